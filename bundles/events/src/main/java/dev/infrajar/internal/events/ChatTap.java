// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ChatDecision;
import dev.infrajar.api.event.ChatEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.PlayPackets;
import net.kyori.adventure.text.Component;

/** Asks about what one player says. */
final class ChatTap implements PacketTap {
    private static final Component SIGNED =
            Component.text("Your message was not sent: it would have to be changed, and it is signed.");

    private final PacketChains chains;
    private final TapSession session;
    private final SwallowedChat swallowed;
    private final TypedPackets<ChatMessage> messages;
    private final boolean hasCommandPackets;

    ChatTap(PacketChains chains, TapSession session) {
        this.chains = chains;
        this.session = session;
        this.swallowed = new SwallowedChat(session);
        this.messages = new TypedPackets<>(session, PlayPackets.CHAT_MESSAGE);
        this.hasCommandPackets = new TypedPackets<>(session, PlayPackets.CHAT_COMMAND).exist();
    }

    @Override
    public void packet(TappedPacket packet) {
        messages.read(packet)
                .filter(chat -> hasCommandPackets || !chat.message().startsWith("/"))
                .ifPresent(chat ->
                        HeldQuestion.ask(packet, chains.limit(chains.chatListeners()), Verdict.PASS, () -> ask(chat)));
    }

    private Verdict ask(ChatMessage chat) {
        boolean isSigned = chat.signature().isPresent();
        return switch (chains.chat(new ChatEvent(session.player(), chat.message(), isSigned))) {
            case ChatDecision.Allow() -> Verdict.PASS;
            case ChatDecision.Deny(Component reason) -> swallowed.because(reason, chat.lastSeen());
            case ChatDecision.Modify(String message) ->
                isSigned
                        ? swallowed.because(SIGNED, chat.lastSeen())
                        : Verdict.replace(messages.write(with(message, chat)));
        };
    }

    private static ChatMessage with(String message, ChatMessage chat) {
        return new ChatMessage(
                message, chat.timestampMillis(), chat.salt(), chat.signature(), chat.isPreviewed(), chat.lastSeen());
    }
}
