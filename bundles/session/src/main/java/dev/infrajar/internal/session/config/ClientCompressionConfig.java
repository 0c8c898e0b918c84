// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The table {@code [compression]}, as far as it is about clients.
 *
 * @param clientThreshold packets of as many bytes or more are compressed; -1: none
 */
@ConfigSection(id = ClientCompressionConfig.ID, table = "compression")
public record ClientCompressionConfig(
        @Key(
                byDefault = "256",
                doc =
                        "The size in bytes from which packets to clients are compressed, where the proxy lets them in itself"
                                + " (`client_only`, `offline`); `-1`: none. Packets pass untouched where backends have the"
                                + " same threshold or a larger one, `network-compression-threshold` in `server.properties`.")
        int clientThreshold) {
    /** The section's id. */
    public static final String ID = "client-compression";

    private static final int OFF = -1;

    /** What fits into a frame: 21 bits. */
    private static final int MOST = (1 << 21) - 1;

    /** Checks the range. */
    public ClientCompressionConfig {
        if (clientThreshold < OFF || clientThreshold > MOST) {
            throw new IllegalArgumentException(
                    "client_threshold = " + clientThreshold + ", must be " + OFF + " to " + MOST);
        }
    }
}
