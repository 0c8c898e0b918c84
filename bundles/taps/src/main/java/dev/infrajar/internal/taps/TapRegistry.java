// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.whiteboard.BadDeclaration;
import dev.infrajar.net.whiteboard.CallOrder;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.FailureLog;
import dev.infrajar.net.whiteboard.Faults;
import dev.infrajar.net.whiteboard.Followers;
import dev.infrajar.net.whiteboard.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The taps that are in use, and the sessions that use them. Changes may come from any thread; sessions follow on their event
 * loops.
 */
public final class TapRegistry implements TapChains, CallCosts {
    private final Followers<SessionChain> chains = new Followers<>(SessionChain::loop, SessionChain::refresh);
    private final Faults faults = new Faults("tap", TapInterest.PREFIX_);
    private final Map<Long, Candidate<PacketTapFactory>> candidates = new TreeMap<>();
    private final Map<Long, Origin> registrars = new HashMap<>();
    private final Map<Long, TapEntry> known = new HashMap<>();
    private @Nullable Dialects dialects;
    private boolean isEveryCallTimed;
    private List<TapEntry> checked = List.of();
    private volatile TapSnapshot snapshot = TapSnapshot.EMPTY;

    /** No taps, and no codec yet. */
    public TapRegistry() {}

    @Override
    public TapChain open(TapSession session) {
        SessionChain chain = new SessionChain(session, () -> snapshot, chains::remove);
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
    public void put(Candidate<PacketTapFactory> candidate) {
        put(candidate, candidate.origin());
    }

    /**
     * The same, registered by another bundle than the one that is blamed.
     *
     * @param candidate the factory
     * @param registrar the bundle that has registered it
     */
    synchronized void put(Candidate<PacketTapFactory> candidate, Origin registrar) {
        candidates.put(candidate.serviceId(), candidate);
        registrars.put(candidate.serviceId(), registrar);
        rebuild();
    }

    /** Takes note of other properties of a factory. */
    synchronized void change(long serviceId, Map<String, Object> properties) {
        Candidate<PacketTapFactory> candidate = candidates.get(serviceId);
        if (candidate != null) {
            candidates.put(serviceId, candidate.with(properties));
            rebuild();
        }
    }

    /** Takes a factory out of use; returns when no session uses it any more, or after a second. */
    void remove(long serviceId) {
        CountDownLatch letGo;
        synchronized (this) {
            candidates.remove(serviceId);
            registrars.remove(serviceId);
            known.remove(serviceId);
            rebuild();
            letGo = chains.refresh();
        }
        Followers.await(letGo, "tap");
    }

    private void rebuild() {
        Dialects spoken = dialects;
        List<FaultyService> found = new ArrayList<>();
        List<TapEntry> valid = spoken == null ? stillThere() : check(new DeclarationReader(spoken), found);
        CallOrder<TapEntry> order = CallOrder.of(valid);
        order.cycles().forEach(cycle -> found.add(faults.of(cycle.getFirst().candidate(), CallOrder.fault(cycle))));
        checked = order.entries();
        faults.replace(found);
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
        for (Candidate<PacketTapFactory> candidate : candidates.values()) {
            try {
                TapEntry entry = entry(candidate, reader.read(candidate.properties()));
                TapEntry first = byId.putIfAbsent(entry.declaration().id(), entry);
                if (first != null && isSuccessor(candidate, first.candidate())) {
                    continue; // it takes over when the other leaves
                }
                if (first != null) {
                    throw new BadDeclaration("the id is taken by bundle "
                            + first.candidate().origin().bundle());
                }
                valid.add(entry);
            } catch (BadDeclaration e) {
                found.add(faults.of(candidate, e.reason() + "; the tap is not used"));
            }
        }
        return valid;
    }

    /** Whether one comes of a bundle that is being updated side by side, and the other of the version before. */
    private boolean isSuccessor(Candidate<PacketTapFactory> candidate, Candidate<PacketTapFactory> first) {
        Origin registrar = registrars.getOrDefault(candidate.serviceId(), candidate.origin());
        Origin before = registrars.getOrDefault(first.serviceId(), first.origin());
        return registrar.bundle().equals(before.bundle()) && registrar.bundleId() != before.bundleId();
    }

    private TapEntry entry(Candidate<PacketTapFactory> candidate, TapDeclaration declaration) throws BadDeclaration {
        TapEntry same = known.get(candidate.serviceId());
        if (same != null && same.declaration().equals(declaration)) {
            return same;
        }
        FailureLog log = new FailureLog(candidate.origin().bundle(), "tap " + declaration.id(), System::nanoTime);
        TapEntry entry = new TapEntry(candidate, candidate.created(), declaration, new TapMeter(log, this::publish));
        known.put(candidate.serviceId(), entry);
        return entry;
    }

    private synchronized void publish() {
        List<TapEntry> inUse = checked.stream().filter(TapEntry::isInUse).toList();
        snapshot = new TapSnapshot(inUse, isEveryCallTimed ? 1 : TapSnapshot.SAMPLE);
        chains.refresh();
    }

    @Override
    public synchronized List<ListenerCost> costs() {
        return checked.stream().map(TapEntry::cost).toList();
    }

    @Override
    public synchronized List<FaultyService> faults() {
        return faults.present();
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
