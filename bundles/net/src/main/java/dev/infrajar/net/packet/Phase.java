// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Locale;

/** What a connection is doing. Ids of packets count anew in each phase and direction. */
public enum Phase {
    /** The client says where it wants to go. One packet. */
    HANDSHAKE,
    /** A server list ping. */
    STATUS,
    /** Who the player is; encryption and compression. */
    LOGIN,
    /** What the world is made of: since 1.20.2 (protocol 764). */
    CONFIGURATION,
    /** The game. */
    PLAY;

    /** The word that messages, tables and declarations use. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
