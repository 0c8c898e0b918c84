// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import net.kyori.adventure.text.Component;

/** What takes the place of chat that goes no further. */
final class SwallowedChat {
    private final TapSession session;
    private final TypedPackets<MessageAcknowledgement> acknowledgements;

    SwallowedChat(TapSession session) {
        this.session = session;
        this.acknowledgements = new TypedPackets<>(session, PlayPackets.MESSAGE_ACKNOWLEDGEMENT);
    }

    /**
     * Tells the player why. The backend is told what the client has read, or it would count wrongly and end the session later.
     *
     * @param reason what the player reads
     * @param lastSeen of the message
     */
    Verdict because(Component reason, LastSeen lastSeen) {
        session.player().client().sendMessage(reason);
        return lastSeen instanceof LastSeen.Window window && window.offset() > 0 && acknowledgements.exist()
                ? Verdict.replace(acknowledgements.write(new MessageAcknowledgement(window.offset())))
                : Verdict.DROP;
    }
}
