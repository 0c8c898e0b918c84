// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

import dev.infrajar.net.wire.Bytes;

/**
 * Leaves something with the client, which keeps it when it is transferred. Since 1.20.5.
 *
 * @param key an identifier
 * @param value at most {@link #MAX_BYTES} bytes
 */
public record StoreCookie(String key, Bytes value) {
    /** The most bytes a client accepts. */
    public static final int MAX_BYTES = 5120;
}
