// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import net.kyori.adventure.text.Component;

/** The answer of a {@link ChatListener}. */
public sealed interface ChatDecision {
    /** The message goes on. */
    record Allow() implements ChatDecision {}

    /**
     * The message goes no further.
     *
     * <p>A signed one (Minecraft 1.19.3 and later) is a link of a chain that its client goes on with and its server misses: a server that
     * enforces signatures ({@code enforce-secure-profile=true}) refuses what that player signs next, or ends the session.
     *
     * @param reason shown to the player in the chat
     */
    record Deny(Component reason) implements ChatDecision {}

    /**
     * The message goes on with another text. A signed message is never modified: it is refused, and the player is told so.
     *
     * @param message 1..256 characters that do not begin with a slash; anything else counts as a failure of the listener
     */
    record Modify(String message) implements ChatDecision {}

    /**
     * The decision to let the message go on.
     *
     * @return an {@link Allow}
     */
    static ChatDecision allow() {
        return new Allow();
    }

    /**
     * The decision to refuse the message.
     *
     * @param reason shown to the player in the chat
     * @return a {@link Deny}
     */
    static ChatDecision deny(Component reason) {
        return new Deny(reason);
    }

    /**
     * The decision to change the message.
     *
     * @param message the new text
     * @return a {@link Modify}
     */
    static ChatDecision modify(String message) {
        return new Modify(message);
    }
}
