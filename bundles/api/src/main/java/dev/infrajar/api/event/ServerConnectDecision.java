// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import net.kyori.adventure.text.Component;

/** The answer of a {@link ServerConnectListener}. */
public sealed interface ServerConnectDecision {
    /** Lets the server be dialled. */
    record Allow() implements ServerConnectDecision {}

    /**
     * Refuses the connection.
     *
     * @param reason shown to the player
     */
    record Deny(Component reason) implements ServerConnectDecision {}

    /**
     * Dials another server instead.
     *
     * @param serverId the id of that server; an id that does not exist counts as a failure of the listener
     */
    record ConnectTo(String serverId) implements ServerConnectDecision {}

    /**
     * The decision to dial the server.
     *
     * @return an {@link Allow}
     */
    static ServerConnectDecision allow() {
        return new Allow();
    }

    /**
     * The decision to refuse the connection.
     *
     * @param reason shown to the player
     * @return a {@link Deny}
     */
    static ServerConnectDecision deny(Component reason) {
        return new Deny(reason);
    }

    /**
     * The decision to dial another server.
     *
     * @param serverId the id of that server
     * @return a {@link ConnectTo}
     */
    static ServerConnectDecision connectTo(String serverId) {
        return new ConnectTo(serverId);
    }
}
