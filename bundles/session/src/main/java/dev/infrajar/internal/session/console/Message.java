// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.api.player.Delivery;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.Collections;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** Says something to players for an operator, and tells who could not be reached. */
final class Message {
    private Message() {}

    /**
     * Shows a text in the chat of each session.
     *
     * @param sessions whose
     * @param words the text; {@code &} begins a colour
     * @param out takes the answer
     */
    static void toAll(List<PlayerSession> sessions, List<String> words, ConsoleWriter out) {
        Component text = LegacyComponentSerializer.legacyAmpersand().deserialize(String.join(" ", words));
        List<Delivery> deliveries = sessions.stream()
                .map(session -> session.isLoggingIn()
                        ? Delivery.UNSUPPORTED
                        : session.client().sendMessage(text))
                .toList();
        int sent = Collections.frequency(deliveries, Delivery.SENT);
        int forwarded = Collections.frequency(deliveries, Delivery.NOT_ACTIVE);
        int others = deliveries.size() - sent - forwarded;
        out.println("Sent to " + sent + (sent == 1 ? " player" : " players"));
        if (forwarded > 0) {
            out.println("  not to " + forwarded
                    + " relayed: a forwarding mode does not look into the bytes and can put nothing between them");
        }
        if (others > 0) {
            out.println("  not to " + others + " who cannot read it now: in the login, between two servers, or gone");
        }
    }
}
