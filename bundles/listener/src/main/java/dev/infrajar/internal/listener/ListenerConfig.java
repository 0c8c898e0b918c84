// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.HostAndPort;

/**
 * The keys of {@code infrarust.toml} about the listening socket.
 *
 * @param bind where to listen
 * @param maxConnections the most connections at a time, 0 for no limit
 * @param soReuseport whether several processes may listen on the port
 */
@ConfigSection(id = ListenerConfig.ID)
record ListenerConfig(
        @Key(byDefault = "\"0.0.0.0:25565\"", doc = "The address and port to listen on; `[::]:25565` for IPv6 too.")
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
                                + " elsewhere.")
        boolean soReuseport) {
    static final String ID = "listener";

    ListenerConfig {
        if (maxConnections < 0) {
            throw new IllegalArgumentException("max_connections = " + maxConnections + ", must be at least 0");
        }
    }
}
