// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from hosts to servers at one moment. Immutable. */
final class RoutingTable implements Router {
    static final RoutingTable EMPTY = of(List.of());

    private record Wildcard(DomainPattern pattern, int literalLength, ServerDefinition server) {}

    private final Map<String, ServerDefinition> byId = new LinkedHashMap<>();
    private final Map<String, ServerDefinition> byExactDomain = new HashMap<>();

    /** Apart from the exact domains: a hostile client may write a pattern as its host. */
    private final Map<String, ServerDefinition> byPattern = new HashMap<>();

    private final List<Wildcard> wildcards = new ArrayList<>();
    private final List<ServerDefinition> all;
    private final List<String> conflicts = new ArrayList<>();

    private RoutingTable(List<ServerDefinition> servers) {
        servers.forEach(this::add);
        // The sort is stable: equally long patterns keep the order of the servers.
        wildcards.sort(Comparator.comparingInt(Wildcard::literalLength).reversed());
        all = byId.values().stream()
                .sorted(Comparator.comparing(ServerDefinition::id))
                .toList();
    }

    /** A table of servers; of two that claim the same, the first in the list gets it. */
    static RoutingTable of(List<ServerDefinition> servers) {
        return new RoutingTable(servers);
    }

    private void add(ServerDefinition server) {
        ServerDefinition same = byId.putIfAbsent(server.id(), server);
        if (same != null) {
            conflicts.add(server.origin() + " is not used: its id \"" + server.id() + "\" is already that of "
                    + same.origin());
            return;
        }
        for (String domain : server.domains()) {
            add(DomainPattern.of(domain), server);
        }
    }

    private void add(DomainPattern pattern, ServerDefinition server) {
        ServerDefinition first = (pattern.isExact() ? byExactDomain : byPattern).putIfAbsent(pattern.text(), server);
        if (first == null && !pattern.isExact()) {
            wildcards.add(new Wildcard(pattern, pattern.literalLength(), server));
        }
        if (first != null && !first.equals(server)) {
            conflicts.add(pattern.text() + " leads to server " + first.id() + " (" + first.origin() + "), not to "
                    + server.id() + " (" + server.origin() + "), which has it too");
        }
    }

    /** What two servers claim, for the log. */
    List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    @Override
    public Optional<ServerDefinition> route(String virtualHost) {
        ServerDefinition exact = byExactDomain.get(virtualHost);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Wildcard wildcard : wildcards) {
            if (wildcard.pattern().matches(virtualHost)) {
                return Optional.of(wildcard.server());
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<ServerDefinition> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<ServerDefinition> all() {
        return all;
    }
}
