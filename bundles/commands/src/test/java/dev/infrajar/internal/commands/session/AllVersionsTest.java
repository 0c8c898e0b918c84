// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.codec.BandDialects;
import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.registry.FakeCommand;
import dev.infrajar.internal.commands.registry.Permissions;
import dev.infrajar.internal.commands.tree.ParserTables;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.ChatCommand;
import dev.infrajar.net.packet.play.ChatMessage;
import dev.infrajar.net.packet.play.LastSeen;
import dev.infrajar.net.packet.play.MessageAcknowledgement;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.SignedChatCommand;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the codec itself: what clients of each version really send. */
class AllVersionsTest {
    private static final Dialects DIALECTS = BandDialects.load(AllVersionsTest::limits);
    private static final CommandSet COMMANDS =
            CommandSet.of(List.of(new FakeCommand("infrarust", "infrarust", "", "ir")));

    private static final Permissions NONE = new Permissions() {
        @Override
        public boolean has(Player player, String permission) {
            return false;
        }

        @Override
        public boolean isImmediate() {
            return true;
        }
    };

    private final Desk desk = new Desk(
            new Dispatcher(() -> COMMANDS), NONE, Runnable::run, new LivePlayers(), () -> true, ParserTables.load());

    private static PacketLimits limits() {
        PacketLimits.ForDirection direction =
                new PacketLimits.ForDirection(8_388_608, 0, Duration.ofSeconds(7), 32_767);
        return new PacketLimits(2_097_151, direction, direction, 1_048_576, new NbtLimits(512, 16_777_216));
    }

    static Stream<KnownProtocol> protocols() {
        return DIALECTS.protocols().stream();
    }

    private static FakeSession session(KnownProtocol protocol) {
        return new FakeSession(dialect(protocol), protocol.number(), 1, "lobby");
    }

    private static Dialect dialect(KnownProtocol protocol) {
        return DIALECTS.of(protocol.number()).dialect().orElseThrow();
    }

    private CommandTap inGame(FakeSession session) {
        CommandTap tap = new CommandTap(desk, session);
        tap.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);
        return tap;
    }

    private static <P> FakePacket packet(PacketFormat<P> format, P content) {
        ByteBuf fields = Unpooled.buffer();
        format.writeFields(fields, content);
        return new FakePacket(format.kind().direction(), format.id(), fields);
    }

    /** The packet in which an unsigned command comes. */
    private static FakePacket typed(KnownProtocol protocol, String line) {
        Optional<PacketFormat<ChatCommand>> commands = dialect(protocol).format(PlayPackets.CHAT_COMMAND);
        return commands.isPresent()
                ? packet(commands.get(), new ChatCommand(line, 0, 0, List.of(), false, seen(protocol, 0)))
                : packet(
                        dialect(protocol).format(PlayPackets.CHAT_MESSAGE).orElseThrow(),
                        new ChatMessage("/" + line, 0, 0, Optional.empty(), false, LastSeen.NOTHING));
    }

    private static LastSeen seen(KnownProtocol protocol, int offset) {
        if (protocol.number() < 760) {
            return LastSeen.NOTHING;
        }
        return protocol.number() == 760
                ? new LastSeen.Listed(List.of(), Optional.empty())
                : new LastSeen.Window(offset, Bytes.of((byte) 0, (byte) 0, (byte) 0), 0);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void swallowsAndAnswersCommands(KnownProtocol protocol) {
        FakeSession session = session(protocol);
        FakePacket packet = typed(protocol, "ir list");
        inGame(session).packet(packet);

        assertThat(packet.decision()).contains(new Decision.Drop());
        assertThat(session.sent()).containsExactly("ir of infrarust (list)");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void leavesOtherCommandsAlone(KnownProtocol protocol) {
        FakePacket packet = typed(protocol, "gamemode creative");
        inGame(session(protocol)).packet(packet);

        assertThat(packet.decision()).isEmpty();
    }

    static Stream<KnownProtocol> protocolsWithWindows() {
        return protocols().filter(protocol -> protocol.number() > 760);
    }

    @ParameterizedTest
    @MethodSource("protocolsWithWindows")
    void passesOnWhatWasSeen(KnownProtocol protocol) {
        Dialect dialect = dialect(protocol);
        ChatCommand command = new ChatCommand("ir list", 1, 2, List.of(), false, seen(protocol, 6));
        FakePacket packet = dialect.format(PlayPackets.SIGNED_CHAT_COMMAND)
                .map(signed -> packet(signed, new SignedChatCommand(command)))
                .orElseGet(() -> packet(dialect.format(PlayPackets.CHAT_COMMAND).orElseThrow(), command));
        inGame(session(protocol)).packet(packet);
        PacketFormat<MessageAcknowledgement> acknowledgement =
                dialect.format(PlayPackets.MESSAGE_ACKNOWLEDGEMENT).orElseThrow();

        assertThat(packet.decision()).hasValueSatisfying(decision -> {
            ByteBuf instead = ((Decision.Replace) decision).packet();
            assertThat(VarInts.read(instead)).isEqualTo(acknowledgement.id());
            assertThat(acknowledgement.readFields(instead)).isEqualTo(new MessageAcknowledgement(6));
            instead.release();
        });
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void graftsTreesFrom1_13On(KnownProtocol protocol) {
        if (protocol.number() < 393) {
            return;
        }
        FakeSession session = session(protocol);
        FakePacket packet = session.clientbound("declare_commands", Unpooled.wrappedBuffer(new byte[] {1, 0, 0, 0}));
        inGame(session).packet(packet);

        assertThat(packet.decision()).hasValueSatisfying(decision -> {
            assertThat(decision).isInstanceOf(Decision.Replace.class);
            ((Decision.Replace) decision).packet().release();
        });
    }
}
