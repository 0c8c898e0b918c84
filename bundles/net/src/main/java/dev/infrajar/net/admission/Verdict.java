// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.admission;

import net.kyori.adventure.text.Component;

/** What a {@link Gate} says. */
public sealed interface Verdict {
    /** The one instance needed of {@link Pass}. */
    Verdict PASS = new Pass();

    /** The client may go on, as far as this gate is concerned. */
    record Pass() implements Verdict {}

    /**
     * The client may not. A login shows the text; anything else is closed.
     *
     * @param text what the player reads
     * @param reason a few constant words for logs and counters, without anything a client sent
     */
    record Refuse(Component text, String reason) implements Verdict {}

    /**
     * The client may not, and gets no answer.
     *
     * @param reason a few constant words for counters, without anything a client sent
     */
    record Drop(String reason) implements Verdict {}
}
