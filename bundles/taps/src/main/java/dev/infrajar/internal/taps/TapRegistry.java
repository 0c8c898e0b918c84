// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.whiteboard.BadDeclaration;
import dev.infrajar.net.whiteboard.CallOrder;
import dev.infrajar.net.whiteboard.FailureLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The taps that are in use, and the sessions that use them. Changes may come from any thread; sessions follow on their event
 * loops.
 */
public final class TapRegistry implements TapChains, CallCosts {
    private static final Logger LOG = LoggerFactory.getLogger(TapRegistry.class);

    /** How long a leaving factory waits until the last session has let go of it. */
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private final Set<SessionChain> chains = ConcurrentHashMap.newKeySet();
    private final Map<Long, Candidate> candidates = new TreeMap<>();
    private final Map<Long, TapEntry> known = new HashMap<>();
    private @Nullable Dialects dialects;
    private boolean isEveryCallTimed;
    private List<TapEntry> checked = List.of();
    private List<FaultyService> faults = List.of();
    private volatile TapSnapshot snapshot = TapSnapshot.EMPTY;

    /** No taps, and no codec yet. */
    public TapRegistry() {}

    @Override
    public TapChain open(TapSession session) {
        SessionChain chain = new SessionChain(session, () -> snapshot, chains::remove);
        // In this order: a change that it misses here finds it in the set.
        chains.add(chain);
        chain.refresh();
        return chain;
    }

    /**
     * Checks declarations with a codec.
     *
     * @param spoken the codec
     */
    public synchronized void speak(Dialects spoken) {
        dialects = spoken;
        rebuild();
    }

    /** The codec is away: what has been checked stays in use, what arrives waits. */
    synchronized void forget(Dialects spoken) {
        if (dialects == spoken) {
            dialects = null;
        }
    }

    /**
     * Takes a factory into use, if its declaration is right.
     *
     * @param candidate the factory
     */
    public synchronized void put(Candidate candidate) {
        candidates.put(candidate.serviceId(), candidate);
        rebuild();
    }

    /** Takes note of other properties of a factory. */
    synchronized void change(long serviceId, Map<String, Object> properties) {
        Candidate candidate = candidates.get(serviceId);
        if (candidate != null) {
            put(candidate.with(properties));
        }
    }

    /** Takes a factory out of use; returns when no session uses it any more, or after a second. */
    void remove(long serviceId) {
        CountDownLatch letGo;
        synchronized (this) {
            candidates.remove(serviceId);
            known.remove(serviceId);
            rebuild();
            letGo = refreshAll();
        }
        await(letGo);
    }

    private static void await(CountDownLatch letGo) {
        try {
            if (!letGo.await(LETTING_GO.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn(
                        "{} sessions have not let go of a leaving tap yet: their event loops are busy",
                        letGo.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rebuild() {
        Dialects spoken = dialects;
        List<FaultyService> found = new ArrayList<>();
        List<TapEntry> valid = spoken == null ? stillThere() : check(new DeclarationReader(spoken), found);
        CallOrder<TapEntry> order = CallOrder.of(valid);
        order.cycles().forEach(cycle -> found.add(fault(cycle)));
        checked = order.entries();
        report(found);
        publish();
    }

    private List<TapEntry> stillThere() {
        return checked.stream()
                .filter(entry -> candidates.containsKey(entry.candidate().serviceId()))
                .toList();
    }

    private List<TapEntry> check(DeclarationReader reader, List<FaultyService> found) {
        Map<String, TapEntry> byId = new HashMap<>();
        List<TapEntry> valid = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            try {
                TapEntry entry = entry(candidate, reader.read(candidate.properties()));
                TapEntry first = byId.putIfAbsent(entry.declaration().id(), entry);
                if (first != null) {
                    throw new BadDeclaration("the id is taken by bundle "
                            + first.candidate().origin().bundle());
                }
                valid.add(entry);
            } catch (BadDeclaration e) {
                found.add(fault(candidate, e.reason() + "; the tap is not used"));
            }
        }
        return valid;
    }

    private TapEntry entry(Candidate candidate, TapDeclaration declaration) throws BadDeclaration {
        TapEntry same = known.get(candidate.serviceId());
        if (same != null && same.declaration().equals(declaration)) {
            return same;
        }
        PacketTapFactory factory =
                candidate.factory().orElseThrow(() -> new BadDeclaration("the factory could not be created"));
        FailureLog log = new FailureLog(candidate.origin().bundle(), "tap " + declaration.id(), System::nanoTime);
        TapEntry entry = new TapEntry(candidate, factory, declaration, new TapMeter(log, this::publish));
        known.put(candidate.serviceId(), entry);
        return entry;
    }

    private static FaultyService fault(Candidate candidate, String reason) {
        Object id = candidate.properties().getOrDefault(DeclarationReader.ID_PROPERTY, "without id");
        Origin origin = candidate.origin();
        return new FaultyService(origin.bundle(), origin.bundleId(), "tap " + id, reason);
    }

    private static FaultyService fault(List<TapEntry> cycle) {
        return fault(cycle.getFirst().candidate(), CallOrder.fault(cycle));
    }

    private void report(List<FaultyService> found) {
        found.stream()
                .filter(fault -> !faults.contains(fault))
                .forEach(fault -> LOG.warn("Plugin {}: {}: {}", fault.bundle(), fault.service(), fault.reason()));
        faults = List.copyOf(found);
    }

    private synchronized void publish() {
        List<TapEntry> inUse = checked.stream().filter(TapEntry::isInUse).toList();
        snapshot = new TapSnapshot(inUse, isEveryCallTimed ? 1 : TapSnapshot.SAMPLE);
        refreshAll();
    }

    private CountDownLatch refreshAll() {
        List<SessionChain> running = List.copyOf(chains);
        CountDownLatch latch = new CountDownLatch(running.size());
        running.forEach(chain -> refresh(chain, latch));
        return latch;
    }

    private static void refresh(SessionChain chain, CountDownLatch done) {
        try {
            chain.loop().execute(() -> {
                chain.refresh();
                done.countDown();
            });
        } catch (RejectedExecutionException e) { // the loop has ended, and the session with it
            done.countDown();
        }
    }

    @Override
    public synchronized List<ListenerCost> costs() {
        return checked.stream().map(TapEntry::cost).toList();
    }

    @Override
    public synchronized List<FaultyService> faults() {
        return faults;
    }

    @Override
    public synchronized boolean isEveryCallTimed() {
        return isEveryCallTimed;
    }

    @Override
    public synchronized void timeEveryCall(boolean every) {
        if (isEveryCallTimed != every) {
            isEveryCallTimed = every;
            publish();
        }
    }
}
