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
     * Lets the login go on, with proof of who the player is whatever the server's mode says. Where the proxy only moves
     * bytes ({@code passthrough}, {@code zero_copy}, {@code server_only}) it cannot ask for a proof: it counts as
     * {@link Allow} there, and is logged.
     */
    record ForceOnline() implements LoginDecision {}

    /** Lets the login go on without proof of who the player is, where the server's mode asks for one. */
    record ForceOffline() implements LoginDecision {}

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

    /**
     * The decision to have the player prove who it is.
     *
     * @return a {@link ForceOnline}
     */
    static LoginDecision forceOnline() {
        return new ForceOnline();
    }

    /**
     * The decision to do without a proof of who the player is.
     *
     * @return a {@link ForceOffline}
     */
    static LoginDecision forceOffline() {
        return new ForceOffline();
    }
}
