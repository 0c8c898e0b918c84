// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import net.kyori.adventure.text.Component;

/** The answer of a {@link KickedListener}. */
public sealed interface KickedDecision {
    /** The player reads what the server says. */
    record Pass() implements KickedDecision {}

    /**
     * The player reads something else.
     *
     * @param text what
     */
    record Disconnect(Component text) implements KickedDecision {}

    /**
     * The decision to show what the server says.
     *
     * @return a {@link Pass}
     */
    static KickedDecision pass() {
        return new Pass();
    }

    /**
     * The decision to show another text.
     *
     * @param text what the player reads
     * @return a {@link Disconnect}
     */
    static KickedDecision disconnect(Component text) {
        return new Disconnect(text);
    }
}
