// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.api.server.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One server as its file defines it: the core's own keys, and the typed parts that belong to other bundles.
 *
 * @param id the effective id
 * @param domains host patterns, as written
 * @param addresses the backend's addresses in the order of the file, never empty
 * @param proxyMode how sessions are relayed
 * @param sendProxyProtocol whether a PROXY v2 header precedes the handshake
 * @param domainRewrite what the backend sees as host
 * @param timeouts the limits of waiting
 * @param maxPlayers the most sessions at a time, 0 for no limit
 * @param disconnectMessage shown when no address can be reached; section-sign colours
 * @param origin where the definition comes from, for messages: a file name
 * @param parts the sections of other bundles, by their record class
 */
public record ServerDefinition(
        String id,
        List<String> domains,
        List<BackendAddress> addresses,
        ProxyMode proxyMode,
        boolean sendProxyProtocol,
        DomainRewrite domainRewrite,
        Timeouts timeouts,
        int maxPlayers,
        String disconnectMessage,
        String origin,
        Map<Class<?>, Object> parts)
        implements Server {

    /** Copies the collections. */
    public ServerDefinition {
        domains = List.copyOf(domains);
        addresses = List.copyOf(addresses);
        parts = Map.copyOf(parts);
    }

    @Override
    public List<String> addressTexts() {
        return addresses.stream().map(address -> address.target().toString()).toList();
    }

    /**
     * The part that belongs to a bundle.
     *
     * @param <T> the record
     * @param section the bundle's own record class for server files
     * @return empty when the file has none of its keys
     */
    public <T> Optional<T> part(Class<T> section) {
        return Optional.ofNullable(parts.get(section)).map(section::cast);
    }
}
