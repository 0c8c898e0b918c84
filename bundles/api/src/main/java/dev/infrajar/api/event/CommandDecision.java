// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import net.kyori.adventure.text.Component;

/** The answer of a {@link CommandListener}. */
public sealed interface CommandDecision {
    /** The command goes on to the server. */
    record Allow() implements CommandDecision {}

    /**
     * The command goes no further. For one with signed arguments the same holds as for {@link ChatDecision.Deny}.
     *
     * @param reason shown to the player in the chat
     */
    record Deny(Component reason) implements CommandDecision {}

    /**
     * The decision to let the command go on.
     *
     * @return an {@link Allow}
     */
    static CommandDecision allow() {
        return new Allow();
    }

    /**
     * The decision to refuse the command.
     *
     * @param reason shown to the player in the chat
     * @return a {@link Deny}
     */
    static CommandDecision deny(Component reason) {
        return new Deny(reason);
    }
}
