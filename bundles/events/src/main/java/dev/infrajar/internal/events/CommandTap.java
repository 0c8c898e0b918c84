// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.CommandDecision;
import dev.infrajar.api.event.CommandEvent;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SignedChatCommand;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/** Asks about the commands of one player. */
final class CommandTap implements PacketTap {
    /** A command, whichever packet it came in. */
    private record Typed(String command, LastSeen lastSeen) {
        static Typed of(ChatCommand packet) {
            return new Typed(packet.command(), packet.lastSeen());
        }

        static Typed of(ChatMessage packet) {
            return new Typed(packet.message().substring(1), packet.lastSeen());
        }
    }

    private final PacketChains chains;
    private final TapSession session;
    private final SwallowedChat swallowed;
    private final TypedPackets<ChatCommand> commands;
    private final TypedPackets<SignedChatCommand> signedCommands;
    private final TypedPackets<ChatMessage> messages;

    CommandTap(PacketChains chains, TapSession session) {
        this.chains = chains;
        this.session = session;
        this.swallowed = new SwallowedChat(session);
        this.commands = new TypedPackets<>(session, PlayPackets.CHAT_COMMAND);
        this.signedCommands = new TypedPackets<>(session, PlayPackets.SIGNED_CHAT_COMMAND);
        this.messages = new TypedPackets<>(session, PlayPackets.CHAT_MESSAGE);
    }

    @Override
    public void packet(TappedPacket packet) {
        typed(packet)
                .ifPresent(typed -> HeldQuestion.ask(
                        packet, chains.limit(chains.commandListeners()), Verdict.PASS, () -> ask(typed)));
    }

    private Optional<Typed> typed(TappedPacket packet) {
        if (!commands.exist()) {
            return messages.read(packet)
                    .filter(chat -> chat.message().startsWith("/"))
                    .map(Typed::of);
        }
        return commands.read(packet)
                .or(() -> signedCommands.read(packet).map(SignedChatCommand::command))
                .map(Typed::of);
    }

    private Verdict ask(Typed typed) {
        return switch (chains.command(new CommandEvent(session.player(), typed.command()))) {
            case CommandDecision.Allow() -> Verdict.PASS;
            case CommandDecision.Deny(Component reason) -> swallowed.because(reason, typed.lastSeen());
        };
    }
}
