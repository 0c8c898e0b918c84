// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of all sources, as one table that is replaced whole. Thread-safe; readers take no lock. */
final class ServerRegistry implements Router {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRegistry.class);

    /**
     * The place of a source among the others: the greater ranking first, then the older service.
     *
     * @param ranking the service ranking
     * @param serviceId the service's id
     */
    record Place(int ranking, long serviceId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::ranking).reversed().thenComparingLong(Place::serviceId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Long, Registration> subscriptions = new ConcurrentHashMap<>();

    /** What each source gave last; guarded by its own monitor. */
    private final Map<Place, List<ServerDefinition>> servers = new TreeMap<>();

    private volatile RoutingTable table = RoutingTable.EMPTY;

    /** Takes the servers of a source, now and later. */
    void add(Place place, ServerSource source) {
        // Not under the monitor: a source calls under its own, and would wait for ours.
        synchronized (servers) {
            servers.put(place, List.of());
        }
        subscriptions.put(place.serviceId(), source.subscribe(list -> take(place, list)));
    }

    /** Forgets the servers of a source. */
    void remove(long serviceId) {
        Registration subscription = subscriptions.remove(serviceId);
        if (subscription != null) {
            subscription.close();
        }
        synchronized (servers) {
            servers.keySet().removeIf(place -> place.serviceId() == serviceId);
            rebuild();
        }
    }

    private void take(Place place, List<ServerDefinition> list) {
        synchronized (servers) {
            // A call that was on its way while its source was removed comes too late.
            if (servers.replace(place, List.copyOf(list)) != null) {
                rebuild();
            }
        }
    }

    private void rebuild() {
        Set<String> known = new HashSet<>(table.conflicts());
        table = RoutingTable.of(servers.values().stream().flatMap(List::stream).toList());
        table.conflicts().stream().filter(conflict -> !known.contains(conflict)).forEach(LOG::error);
    }

    @Override
    public Optional<ServerDefinition> route(String virtualHost) {
        return table.route(virtualHost);
    }

    @Override
    public Optional<ServerDefinition> byId(String id) {
        return table.byId(id);
    }

    @Override
    public List<ServerDefinition> all() {
        return table.all();
    }
}
