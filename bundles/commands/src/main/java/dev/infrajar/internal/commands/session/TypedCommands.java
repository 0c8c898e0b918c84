// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.CommandLine;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes the proxy's commands out of what a player types. On the session's loop. */
final class TypedCommands {
    /** A command, and what came with it about the chat. */
    private record Typed(String line, LastSeen seen) {}

    private final Desk desk;
    private final CommandSource source;
    private final CommandQueue queue;
    private final Optional<PacketFormat<MessageAcknowledgement>> acknowledgement;

    TypedCommands(Desk desk, CommandSource source, CommandQueue queue, Dialect dialect) {
        this.desk = desk;
        this.source = source;
        this.queue = queue;
        this.acknowledgement = dialect.format(PlayPackets.MESSAGE_ACKNOWLEDGEMENT);
    }

    /** Adds what is to be done with which packet. */
    void addTo(Map<Integer, Consumer<TappedPacket>> serverbound, Dialect dialect) {
        if (dialect.format(PlayPackets.CHAT_COMMAND).isEmpty()) {
            add(serverbound, dialect, PlayPackets.CHAT_MESSAGE, TypedCommands::slashed);
        }
        add(serverbound, dialect, PlayPackets.CHAT_COMMAND, command -> Optional.of(typed(command)));
        add(serverbound, dialect, PlayPackets.SIGNED_CHAT_COMMAND, signed -> Optional.of(typed(signed.command())));
    }

    private <P> void add(
            Map<Integer, Consumer<TappedPacket>> serverbound,
            Dialect dialect,
            PacketType<P> type,
            Function<P, Optional<Typed>> reading) {
        dialect.format(type)
                .ifPresent(format -> serverbound.put(
                        format.id(),
                        packet -> read(packet, format).flatMap(reading).ifPresent(typed -> take(packet, typed))));
    }

    /** Empty for what cannot be read: it is the backend's to refuse. */
    private static <P> Optional<P> read(TappedPacket packet, PacketFormat<P> format) {
        try {
            return Optional.of(format.readFields(packet.fields()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    /** Before 1.19 a command is a message. */
    private static Optional<Typed> slashed(ChatMessage chat) {
        return chat.message().startsWith("/")
                ? Optional.of(new Typed(chat.message().substring(1), chat.lastSeen()))
                : Optional.empty();
    }

    private static Typed typed(ChatCommand command) {
        return new Typed(command.command(), command.lastSeen());
    }

    private void take(TappedPacket packet, Typed typed) {
        CommandLine line = CommandLine.of(typed.line());
        if (!desk.dispatcher().knows(line.label())) {
            return;
        }
        swallow(packet, typed.seen());
        if (!queue.offer(() -> desk.dispatcher().run(source, line))) {
            source.sendMessage(Answers.error("Too many of your commands are waiting already."));
        }
    }

    /** The backend counts what a client has seen: it must not miss a step of the window. */
    private void swallow(TappedPacket packet, LastSeen seen) {
        if (seen instanceof LastSeen.Window window && window.offset() > 0 && acknowledgement.isPresent()) {
            ByteBuf instead = ByteBufAllocator.DEFAULT.buffer();
            acknowledgement.get().write(instead, new MessageAcknowledgement(window.offset()));
            packet.replace(instead);
        } else {
            packet.drop();
        }
    }
}
