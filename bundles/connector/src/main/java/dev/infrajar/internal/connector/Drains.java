// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers and addresses that an operator has drained. It lives as long as the bundle. Thread-safe. */
final class Drains {
    /** A server, or one of its addresses. */
    private record Drained(String server, Optional<HostAndPort> address) {}

    /** With the addresses that each concerned when it was drained: its server may leave the configuration meanwhile. */
    private final Map<Drained, List<BackendAddress>> all = new ConcurrentHashMap<>();

    /** Whether the server as a whole is drained. */
    boolean has(ServerDefinition server) {
        return has(server, Optional.empty());
    }

    /** Whether an address gets no sessions: it, or its server as a whole. */
    boolean covers(ServerDefinition server, BackendAddress address) {
        return has(server) || has(server, Optional.of(address.target()));
    }

    /** The addresses of a server that get sessions. */
    List<BackendAddress> open(ServerDefinition server) {
        return all.isEmpty()
                ? server.addresses()
                : server.addresses().stream()
                        .filter(address -> !covers(server, address))
                        .toList();
    }

    private boolean has(ServerDefinition server, Optional<HostAndPort> address) {
        // Nearly always empty: a dial makes no keys then.
        return !all.isEmpty() && all.containsKey(new Drained(server.id(), address));
    }

    /**
     * Drains; tells whether it was not.
     *
     * @throws IllegalArgumentException if the server has no such address
     */
    boolean add(ServerDefinition server, Optional<HostAndPort> address) {
        List<BackendAddress> concerned = server.addresses().stream()
                .filter(own -> address.isEmpty() || own.target().equals(address.get()))
                .toList();
        address.ifPresent(one -> check(server, one));
        return all.putIfAbsent(new Drained(server.id(), address), concerned) == null;
    }

    /**
     * Undrains an address, or a server as a whole and each of its addresses; they need not be in the configuration any more.
     *
     * @return the addresses that were drained, as they were then
     */
    List<BackendAddress> remove(String server, Optional<HostAndPort> address) {
        return all.keySet().stream()
                .filter(drained -> drained.server().equals(server))
                .filter(drained -> address.isEmpty() || drained.address().equals(address))
                .flatMap(drained -> Stream.ofNullable(all.remove(drained)))
                .flatMap(List::stream)
                .toList();
    }

    private static void check(ServerDefinition server, HostAndPort address) {
        if (server.addresses().stream().noneMatch(own -> own.target().equals(address))) {
            throw new IllegalArgumentException(server.id() + " has no address " + address + "; it has "
                    + server.addresses().stream()
                            .map(own -> own.target().toString())
                            .collect(Collectors.joining(", ")));
        }
    }
}
