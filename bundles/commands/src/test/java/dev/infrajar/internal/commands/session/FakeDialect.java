// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SignedChatCommand;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** A dialect whose packets are as short as can be: texts, and the offset of what was seen behind them. */
final class FakeDialect implements Dialect {
    private static final int FIRST_WITH_COMMANDS = 759;
    private static final int MAX_CHARS = 256;

    private final int protocol;
    private final PacketTable serverbound;
    private final PacketTable clientbound;
    private final Map<PacketType<?>, PacketFormat<?>> formats = new HashMap<>();

    FakeDialect(int protocol) {
        this.protocol = protocol;
        boolean hasCommands = protocol >= FIRST_WITH_COMMANDS;
        serverbound = PacketTable.of(
                Phase.PLAY,
                Direction.SERVERBOUND,
                hasCommands
                        ? List.of(
                                "message_acknowledgement",
                                "chat_command",
                                "chat_command_signed",
                                "chat_message",
                                "tab_complete")
                        : List.of("chat", "tab_complete"));
        clientbound = PacketTable.of(
                Phase.PLAY, Direction.CLIENTBOUND, List.of("login", "declare_commands", "tab_complete", "system_chat"));
        add(
                PlayPackets.SYSTEM_MESSAGE,
                "system_chat",
                in -> new SystemMessage(Component.text(WireStrings.read(in, MAX_CHARS)), false),
                (out, message) -> WireStrings.write(
                        out, PlainTextComponentSerializer.plainText().serialize(message.text())));
        add(
                PlayPackets.CHAT_MESSAGE,
                hasCommands ? "chat_message" : "chat",
                in -> new ChatMessage(WireStrings.read(in, MAX_CHARS), 0, 0, Optional.empty(), false, LastSeen.NOTHING),
                (out, message) -> WireStrings.write(out, message.message()));
        if (hasCommands) {
            addCommands();
        }
    }

    private void addCommands() {
        add(
                PlayPackets.CHAT_COMMAND,
                "chat_command",
                in -> command(WireStrings.read(in, MAX_CHARS), LastSeen.NOTHING),
                (out, command) -> WireStrings.write(out, command.command()));
        add(
                PlayPackets.SIGNED_CHAT_COMMAND,
                "chat_command_signed",
                in -> new SignedChatCommand(command(
                        WireStrings.read(in, MAX_CHARS),
                        new LastSeen.Window(VarInts.read(in), Bytes.of((byte) 0, (byte) 0, (byte) 0), 0))),
                (out, signed) -> {
                    WireStrings.write(out, signed.command().command());
                    VarInts.write(
                            out, signed.command().lastSeen() instanceof LastSeen.Window window ? window.offset() : 0);
                });
        add(
                PlayPackets.MESSAGE_ACKNOWLEDGEMENT,
                "message_acknowledgement",
                in -> new MessageAcknowledgement(VarInts.read(in)),
                (out, acknowledgement) -> VarInts.write(out, acknowledgement.offset()));
    }

    private static ChatCommand command(String text, LastSeen seen) {
        return new ChatCommand(text, 0, 0, List.of(), false, seen);
    }

    private <P> void add(PacketType<P> type, String name, Function<ByteBuf, P> reader, BiConsumer<ByteBuf, P> writer) {
        PacketKind kind = new PacketKind(type.phase(), type.direction(), name);
        int id = table(type.phase(), type.direction()).idOf(kind).orElseThrow();
        formats.put(type, new PacketFormat<P>() {
            @Override
            public PacketKind kind() {
                return kind;
            }

            @Override
            public int id() {
                return id;
            }

            @Override
            public P readFields(ByteBuf in) {
                return reader.apply(in);
            }

            @Override
            public void writeFields(ByteBuf out, P packet) {
                writer.accept(out, packet);
            }
        });
    }

    @Override
    public KnownProtocol protocol() {
        return new KnownProtocol(protocol, List.of("fake"));
    }

    @Override
    public PacketTable table(Phase phase, Direction direction) {
        if (phase != Phase.PLAY) {
            return PacketTable.of(phase, direction, List.of());
        }
        return direction == Direction.SERVERBOUND ? serverbound : clientbound;
    }

    @Override
    public PacketLimits limits() {
        throw new UnsupportedOperationException("nobody asks it");
    }

    @Override
    @SuppressWarnings("unchecked") // put under the type of its own record
    public <P> Optional<PacketFormat<P>> format(PacketType<P> type) {
        return Optional.ofNullable((PacketFormat<P>) formats.get(type));
    }
}
