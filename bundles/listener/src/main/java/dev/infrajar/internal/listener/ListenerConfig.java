// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Cidr;
import java.net.InetAddress;
import java.util.List;

/**
 * The keys of {@code infrarust.toml} about the listening socket and the proxies in front of it.
 *
 * @param bind where to listen
 * @param maxConnections the most connections at a time, 0 for no limit
 * @param soReuseport whether several processes may listen on the port
 * @param receiveProxyProtocol whether each connection begins with a PROXY header
 * @param proxyProtocolTrusted who may say in a PROXY header who the client is
 */
@ConfigSection(id = ListenerConfig.ID)
record ListenerConfig(
        @Key(
                byDefault = "\"0.0.0.0:25565\"",
                doc =
                        "The address and port to listen on; `[::]:25565` for IPv6 too. Changes live: the new port is bound before"
                                + " the old is closed, and if that is not possible the old stays.")
        HostAndPort bind,

        @Key(
                byDefault = "0",
                doc =
                        "The most connections at a time, `0` for no limit. A hard ceiling: further clients wait in the kernel's"
                                + " backlog and are served when one leaves.")
        int maxConnections,

        @Key(
                byDefault = "false",
                doc =
                        "Sets SO_REUSEPORT, so that several processes can listen on the same port. Linux only, without effect"
                                + " elsewhere. A port that is in use keeps what it was bound with.")
        boolean soReuseport,

        @Key(
                byDefault = "false",
                doc =
                        "Expects a PROXY protocol header, version 1 or 2, at the beginning of every connection, and closes connections"
                                + " without one. Needs `proxy_protocol_trusted`.")
        boolean receiveProxyProtocol,

        @Key(
                byDefault = "[]",
                doc =
                        "The addresses of the proxies in front, blocks like `10.0.0.0/24` too: the only ones whose PROXY headers"
                                + " are believed. Connections from elsewhere are closed while `receive_proxy_protocol` is on.")
        List<Cidr> proxyProtocolTrusted) {
    static final String ID = "listener";

    ListenerConfig {
        if (maxConnections < 0) {
            throw new IllegalArgumentException("max_connections = " + maxConnections + ", must be at least 0");
        }
        proxyProtocolTrusted = List.copyOf(proxyProtocolTrusted);
        if (receiveProxyProtocol && proxyProtocolTrusted.isEmpty()) {
            throw new IllegalArgumentException(
                    "receive_proxy_protocol = true needs the addresses of the proxies that may send a header: write"
                            + " proxy_protocol_trusted = [\"10.0.0.5\"] with the address of yours (blocks like"
                            + " \"10.0.0.0/24\" too), because whoever sends a header can claim any address");
        }
    }

    /** Whether a peer is one of {@code proxy_protocol_trusted}. */
    boolean isTrusted(InetAddress peer) {
        for (Cidr block : proxyProtocolTrusted) {
            if (block.contains(peer)) {
                return true;
            }
        }
        return false;
    }
}
