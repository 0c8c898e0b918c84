// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The ceiling for each address, at the top of {@code infrarust.toml} beside {@code max_connections}.
 *
 * @param maxConnectionsPerAddress the most open connections of a client, 0 for no limit
 */
@ConfigSection(id = GuardConfig.ID)
record GuardConfig(
        @Key(
                byDefault = "0",
                doc =
                        "The most connections that one address (IPv6: one /64) may have open at a time, `0` for no limit. Further"
                                + " ones are closed at once. Players behind one NAT share it.")
        int maxConnectionsPerAddress) {
    static final String ID = "guard";

    GuardConfig {
        if (maxConnectionsPerAddress < 0) {
            throw new IllegalArgumentException("max_connections_per_address = " + maxConnectionsPerAddress
                    + ", must be at least 0 (0 for no limit)");
        }
    }
}
