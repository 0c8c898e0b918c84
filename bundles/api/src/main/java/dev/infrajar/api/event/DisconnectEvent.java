// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;

/**
 * A session that has ended.
 *
 * @param player the session's last state
 * @param cause who ended it
 * @param reason one line for logs, for example {@code no bytes from the client for 30s}
 * @param serverboundBytes bytes relayed from the client to the backend
 * @param clientboundBytes bytes relayed from the backend to the client
 */
public record DisconnectEvent(Player player, Cause cause, String reason, long serverboundBytes, long clientboundBytes) {

    /** Who ended a session. */
    public enum Cause {
        /** The client closed its connection. */
        CLIENT_CLOSED,
        /** The backend closed its connection. */
        BACKEND_CLOSED,
        /** The session was refused, by a plugin, a limit or the configuration, before it reached a backend. */
        REFUSED,
        /** Something failed; the reason says what and on whose side. */
        FAILED
    }
}
