// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The servers and addresses that an operator has drained. It lives as long as the bundle. Thread-safe. */
final class Drains {
    /** A server, or one of its addresses. */
    private record Drained(String server, Optional<HostAndPort> address) {}

    private final Set<Drained> all = ConcurrentHashMap.newKeySet();

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
        return !all.isEmpty() && all.contains(new Drained(server.id(), address));
    }

    /** Drains or undrains; tells whether that changed anything. */
    boolean set(ServerDefinition server, Optional<HostAndPort> address, boolean isDrained) {
        address.ifPresent(one -> check(server, one));
        Drained key = new Drained(server.id(), address);
        return isDrained ? all.add(key) : all.remove(key);
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
