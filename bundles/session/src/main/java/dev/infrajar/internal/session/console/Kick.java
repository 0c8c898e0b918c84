// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import net.kyori.adventure.text.Component;

/** Ends sessions for an operator, and says how much of it the players see. */
final class Kick {
    static final String DEFAULT_TEXT = "Kicked by administrator";

    private Kick() {}

    /**
     * Ends sessions of any stage.
     *
     * @param sessions those to end
     * @param words the text for the players; none: the default
     * @param out takes the answer
     */
    static void all(List<PlayerSession> sessions, List<String> words, ConsoleWriter out) {
        String text = words.isEmpty() ? DEFAULT_TEXT : String.join(" ", words);
        long loggingIn = sessions.stream().filter(PlayerSession::isLoggingIn).count();
        long intercepted = sessions.stream()
                .filter(session -> !session.isLoggingIn() && session.client().isActive())
                .count();
        long forwarded = sessions.size() - loggingIn - intercepted;
        sessions.forEach(session -> session.disconnect(Component.text(text), "kicked: " + text));
        out.println("Ended " + sessions.size() + (sessions.size() == 1 ? " session" : " sessions"));
        if (loggingIn > 0) {
            out.println("  " + loggingIn + " in its login: the player reads \"" + text + "\"");
        }
        if (intercepted > 0) {
            out.println("  " + intercepted + " in an intercepted mode: the player reads \"" + text + "\"");
        }
        if (forwarded > 0) {
            out.println("  " + forwarded
                    + " relayed: the player sees a lost connection, not the text: a forwarding mode does not"
                    + " look into the bytes and can put nothing between them");
        }
    }
}
