// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Locale;

/** Where a packet goes. */
public enum Direction {
    /** From the client to the backend. */
    SERVERBOUND,
    /** From the backend to the client. */
    CLIENTBOUND;

    /** The word that messages, tables and declarations use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
