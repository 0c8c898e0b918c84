// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.core.CallCosts;
import dev.infrajar.net.core.FaultyService;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.filter.FilterDeclaration;
import dev.infrajar.net.filter.FilteredConnection;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.whiteboard.BadDeclaration;
import dev.infrajar.net.whiteboard.CallOrder;
import dev.infrajar.net.whiteboard.Candidate;
import dev.infrajar.net.whiteboard.Faults;
import dev.infrajar.net.whiteboard.Followers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * The filters that are in use, and the connections that they watch. Changes may come from any thread; connections follow on their
 * event loops.
 */
public final class FilterRegistry implements CallCosts {
    private final FilterTally tally = new FilterTally();
    private final Followers<FilterChain> chains =
            new Followers<>(FilterChain::loop, chain -> chain.refresh(snapshot()));
    private final Faults faults = new Faults("filter", FilterDeclaration.PREFIX_);
    private final Map<Long, Candidate<TransportFilterFactory>> candidates = new TreeMap<>();
    private final Map<Long, FilterEntry> known = new HashMap<>();
    private boolean isEveryCallTimed;
    private List<FilterEntry> checked = List.of();
    private volatile FilterSnapshot snapshot = FilterSnapshot.EMPTY;

    /** No filters. */
    public FilterRegistry() {}

    /**
     * Asks the filters about a connection; those that want its bytes get them from now on. On its event loop; the handlers that are to
     * be behind the filters are added later.
     *
     * @param connection its PROXY header has been taken
     * @return whether it may go on; if not, that has been counted, and the caller closes it
     */
    public boolean admits(ClientConnection connection) {
        if (snapshot.entries().isEmpty()) {
            return true;
        }
        FilteredConnection seen = new FilteredConnection(
                connection.channel().id().asShortText(),
                connection.client(),
                connection.destination(),
                connection.isViaTrustedProxy());
        FilterChain chain = new FilterChain(connection.channel(), seen, tally, chains::remove);
        chains.add(chain);
        return chain.accept(snapshot);
    }

    /**
     * How many connections filters have refused or closed.
     *
     * @return by filter and reason, a line for each
     */
    public Map<String, Long> counts() {
        return tally.counts();
    }

    /**
     * Takes a factory into use, if its declaration is right.
     *
     * @param candidate the factory
     */
    public synchronized void put(Candidate<TransportFilterFactory> candidate) {
        candidates.put(candidate.serviceId(), candidate);
        rebuild();
    }

    /** Takes note of other properties of a factory. */
    synchronized void change(long serviceId, Map<String, Object> properties) {
        Candidate<TransportFilterFactory> candidate = candidates.get(serviceId);
        if (candidate != null) {
            put(candidate.with(properties));
        }
    }

    /**
     * Takes a factory out of use; returns when it watches no connection any more, or after a second.
     *
     * @param serviceId its number
     */
    public void remove(long serviceId) {
        CountDownLatch letGo;
        synchronized (this) {
            candidates.remove(serviceId);
            known.remove(serviceId);
            rebuild();
            letGo = chains.refresh();
        }
        Followers.await(letGo, "filter");
    }

    private void rebuild() {
        List<FaultyService> found = new ArrayList<>();
        CallOrder<FilterEntry> order = CallOrder.of(check(found));
        order.cycles().forEach(cycle -> found.add(faults.of(cycle.getFirst().candidate(), CallOrder.fault(cycle))));
        checked = order.entries();
        faults.replace(found);
        publish();
    }

    private List<FilterEntry> check(List<FaultyService> found) {
        Map<String, FilterEntry> byId = new HashMap<>();
        List<FilterEntry> valid = new ArrayList<>();
        for (Candidate<TransportFilterFactory> candidate : candidates.values()) {
            try {
                FilterEntry entry = entry(candidate, Declaration.read(candidate.properties()));
                FilterEntry first = byId.putIfAbsent(entry.id(), entry);
                if (first != null) {
                    throw new BadDeclaration("the id is taken by bundle "
                            + first.candidate().origin().bundle());
                }
                valid.add(entry);
            } catch (BadDeclaration e) {
                found.add(faults.of(candidate, e.reason() + "; the filter is not used"));
            }
        }
        return valid;
    }

    private FilterEntry entry(Candidate<TransportFilterFactory> candidate, Declaration declaration)
            throws BadDeclaration {
        FilterEntry same = known.get(candidate.serviceId());
        if (same != null && same.id().equals(declaration.id())) {
            FilterEntry kept = same.declaration().equals(declaration) ? same : same.with(declaration);
            known.put(candidate.serviceId(), kept);
            return kept;
        }
        FilterEntry entry = new FilterEntry(candidate, candidate.created(), declaration, this::publish);
        known.put(candidate.serviceId(), entry);
        return entry;
    }

    private FilterSnapshot snapshot() {
        return snapshot;
    }

    private synchronized void publish() {
        List<FilterEntry> inUse = checked.stream().filter(FilterEntry::isInUse).toList();
        snapshot = new FilterSnapshot(inUse, isEveryCallTimed ? 1 : FilterSnapshot.SAMPLE);
        chains.refresh();
    }

    @Override
    public synchronized List<ListenerCost> costs() {
        return checked.stream().map(FilterEntry::cost).toList();
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
