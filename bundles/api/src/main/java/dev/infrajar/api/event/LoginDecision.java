// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import net.kyori.adventure.text.Component;

/** The answer of a {@link LoginListener}. */
public sealed interface LoginDecision {
    /** Lets the login go on. */
    record Allow() implements LoginDecision {}

    /**
     * Refuses the login.
     *
     * @param reason shown to the player
     */
    record Deny(Component reason) implements LoginDecision {}

    /**
     * Lets the login go on to another server.
     *
     * @param serverId the id of that server; an id that does not exist counts as a failure of the listener
     */
    record Redirect(String serverId) implements LoginDecision {}

    /**
     * The decision to let the login go on.
     *
     * @return an {@link Allow}
     */
    static LoginDecision allow() {
        return new Allow();
    }

    /**
     * The decision to refuse the login.
     *
     * @param reason shown to the player
     * @return a {@link Deny}
     */
    static LoginDecision deny(Component reason) {
        return new Deny(reason);
    }

    /**
     * The decision to connect to another server.
     *
     * @param serverId the id of that server
     * @return a {@link Redirect}
     */
    static LoginDecision redirect(String serverId) {
        return new Redirect(serverId);
    }
}
