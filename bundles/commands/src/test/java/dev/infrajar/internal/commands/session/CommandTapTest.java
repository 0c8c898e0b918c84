// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.registry.FakeCommand;
import dev.infrajar.internal.commands.registry.Permissions;
import dev.infrajar.internal.commands.tree.ParserTables;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTapTest {
    private static final CommandSet COMMANDS = CommandSet.of(
            List.of(new FakeCommand("infrarust", "infrarust", "", "ir"), new FakeCommand("example", "secret", "none")));

    /** Everybody may do what needs no permission. */
    private static final class Nothing implements Permissions {
        private boolean isImmediate = true;

        @Override
        public boolean has(Player player, String permission) {
            return false;
        }

        @Override
        public boolean isImmediate() {
            return isImmediate;
        }
    }

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Nothing permissions = new Nothing();
    private final LivePlayers players = new LivePlayers();
    private boolean announces = true;
    private final Desk desk = new Desk(
            new Dispatcher(() -> COMMANDS), permissions, work::add, players, () -> announces, ParserTables.load());

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private CommandTap inGame(FakeSession session) {
        CommandTap tap = new CommandTap(desk, session);
        tap.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);
        show(tap, session.clientbound("login", Unpooled.EMPTY_BUFFER));
        session.runLoop();
        return tap;
    }

    private static ByteBuf text(String text) {
        ByteBuf out = Unpooled.buffer();
        WireStrings.write(out, text);
        return out;
    }

    private static ByteBuf signed(String command, int offset) {
        ByteBuf out = text(command);
        VarInts.write(out, offset);
        return out;
    }

    private static ByteBuf asked(int number, String text) {
        ByteBuf out = Unpooled.buffer();
        VarInts.write(out, number);
        WireStrings.write(out, text);
        return out;
    }

    /** A root without children. */
    private static ByteBuf emptyTree() {
        return Unpooled.wrappedBuffer(new byte[] {1, 0, 0, 0});
    }

    private static FakePacket show(CommandTap tap, FakePacket packet) {
        tap.packet(packet);
        return packet;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 47, 340, 393, 758})
    void takesCommandsOutOfTheChat(int protocol) {
        FakeSession session = new FakeSession(protocol);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat", text("/IR list"))).decision())
                .contains(new Decision.Drop());
        assertThat(session.sent()).isEmpty();
        runAll();
        assertThat(session.sent()).containsExactly("ir of infrarust (list)");
    }

    @Test
    void leavesTheRestOfTheChatAlone() {
        FakeSession session = new FakeSession(340);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat", text("ir list"))).decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("chat", text("/gamemode 1"))).decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("chat", text("//ir"))).decision())
                .isEmpty();
        assertThat(work).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {759, 765, 775})
    void takesCommandPackets(int protocol) {
        FakeSession session = new FakeSession(protocol);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat_command", text("ir list")))
                        .decision())
                .contains(new Decision.Drop());
        runAll();
        assertThat(session.sent()).containsExactly("ir of infrarust (list)");
    }

    @Test
    void leavesCommandsOfTheBackendAlone() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat_command", text("gamemode creative")))
                        .decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("chat_command_signed", signed("msg Alex hi", 3)))
                        .decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("chat_message", text("/ir"))).decision())
                .isEmpty();
    }

    @Test
    void passesOnWhatTheClientHasSeenWithASwallowedCommand() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        FakePacket packet = show(tap, session.serverbound("chat_command_signed", signed("ir list", 5)));

        assertThat(packet.decision()).hasValueSatisfying(decision -> assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Replace.class, replaced -> assertThat(ByteBufUtil.hexDump(replaced.packet()))
                                .isEqualTo("0005")));
    }

    @Test
    void dropsASwallowedCommandThatHasSeenNothingNew() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat_command_signed", signed("ir list", 0)))
                        .decision())
                .contains(new Decision.Drop());
    }

    @Test
    void leavesWhatItCannotReadToTheBackend() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("chat_command", Unpooled.wrappedBuffer(new byte[] {9, 'i', 'r'})))
                        .decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("tab_complete", Unpooled.EMPTY_BUFFER))
                        .decision())
                .isEmpty();
    }

    @Test
    void runsTheCommandsOfAPlayerOneAfterTheOther() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        show(tap, session.serverbound("chat_command", text("ir first")));
        show(tap, session.serverbound("chat_command", text("ir second")));

        assertThat(work).hasSize(1);
        runAll();
        assertThat(session.sent()).containsExactly("ir of infrarust (first)", "ir of infrarust (second)");
    }

    @Test
    void refusesCommandsThatPileUp() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        IntStream.range(0, 10).forEach(i -> show(tap, session.serverbound("chat_command", text("ir " + i))));

        assertThat(session.sent()).containsExactly("[Infrarust] Too many of your commands are waiting already.");
    }

    @Test
    void keepsAnswersUntilThePlayerIsBackInTheGame() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        show(tap, session.serverbound("chat_command", text("ir list")));
        tap.phaseChanged(Direction.CLIENTBOUND, Phase.CONFIGURATION);
        runAll();

        assertThat(session.sent()).isEmpty();
        tap.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);
        assertThat(session.sent()).isEmpty();
        show(tap, session.clientbound("login", Unpooled.EMPTY_BUFFER));
        assertThat(session.sent()).containsExactly("ir of infrarust (list)");
    }

    @Test
    void sendsNothingAfterTheEnd() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        show(tap, session.serverbound("chat_command", text("ir list")));
        tap.closed();
        runAll();

        assertThat(session.sent()).isEmpty();
        assertThat(players.broadcast(Component.text("hello"), Optional.empty())).isZero();
    }

    @Test
    void reachesASilentPlayerWhoIsInTheGameWhenTheTapComes() {
        FakeSession session = new FakeSession(765).runningIn(Phase.PLAY);
        var _ = new CommandTap(desk, session);

        assertThat(players.broadcast(Component.text("hello"), Optional.empty())).isEqualTo(1);

        assertThat(session.sent()).containsExactly("hello");
    }

    @Test
    void keepsTextsUntilAPlayerWhoConfiguresAgainIsInTheGame() {
        FakeSession session = new FakeSession(765).runningIn(Phase.CONFIGURATION);
        CommandTap tap = new CommandTap(desk, session);
        players.broadcast(Component.text("hello"), Optional.empty());
        // What the client had sent before it was told.
        show(tap, session.serverbound("chat_command", text("gamemode 1")));
        assertThat(session.sent()).isEmpty();

        tap.phaseChanged(Direction.CLIENTBOUND, Phase.PLAY);
        assertThat(session.sent()).isEmpty();
        show(tap, session.clientbound("login", Unpooled.EMPTY_BUFFER));

        assertThat(session.sent()).containsExactly("hello");
    }

    @Test
    void keepsTextsUntilTheGameBeginsWhereTheRelayBeginsInItsPhase() {
        FakeSession session = new FakeSession(340).beginningIn(Phase.PLAY);
        CommandTap tap = new CommandTap(desk, session);
        players.broadcast(Component.text("hello"), Optional.empty());
        assertThat(session.sent()).isEmpty();

        show(tap, session.clientbound("login", Unpooled.EMPTY_BUFFER));

        assertThat(session.sent()).containsExactly("hello");
    }

    @Test
    void reachesThePlayersOfOneServer() {
        FakeSession lobby = new FakeSession(765, 1, "lobby");
        FakeSession arena = new FakeSession(765, 2, "arena");
        inGame(lobby);
        inGame(arena);

        assertThat(players.broadcast(Component.text("fight"), Optional.of("arena")))
                .isEqualTo(1);
        assertThat(players.broadcast(Component.text("all"), Optional.empty())).isEqualTo(2);
        assertThat(arena.sent()).containsExactly("fight", "all");
        assertThat(lobby.sent()).containsExactly("all");
    }

    @Test
    void completesSince1_13WithRangeAndNumber() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        FakePacket packet = show(tap, session.serverbound("tab_complete", asked(7, "/ir find be")));
        runAll();

        assertThat(packet.decision()).contains(new Decision.Drop());
        // id 2, number 7, from 9, 2 characters, one word: Beta, no tooltip
        assertThat(session.sent()).containsExactly("02" + "07" + "09" + "02" + "01" + "04" + "42657461" + "00");
    }

    @Test
    void completesUpTo1_12WithWords() {
        FakeSession session = new FakeSession(340);
        CommandTap tap = inGame(session);
        FakePacket packet = show(tap, session.serverbound("tab_complete", text("/ir find be")));
        runAll();

        assertThat(packet.decision()).contains(new Decision.Drop());
        assertThat(session.sent()).containsExactly("02" + "01" + "04" + "42657461");
    }

    @Test
    void addsNamesToTheBackendsUpTo1_12() {
        FakeSession session = new FakeSession(340);
        CommandTap tap = inGame(session);
        FakePacket request = show(tap, session.serverbound("tab_complete", text("/i")));
        runAll();
        session.runLoop();
        ByteBuf words = Unpooled.buffer();
        CompletionFormat.writeWords(words, List.of("/item", "/ir"));
        FakePacket answer = show(tap, session.clientbound("tab_complete", words));

        assertThat(request.decision()).isEmpty();
        assertThat(answer.decision()).hasValueSatisfying(decision -> {
            ByteBuf packet = ((Decision.Replace) decision).packet();
            VarInts.read(packet);
            assertThat(CompletionFormat.readWords(packet)).contains(List.of("/infrarust", "/ir", "/item"));
        });
        assertThat(show(tap, session.clientbound("tab_complete", words)).decision())
                .isEmpty();
    }

    @Test
    void keepsTheBackendsAnswerUntilItsNamesAreThere() {
        FakeSession session = new FakeSession(340);
        CommandTap tap = inGame(session);
        show(tap, session.serverbound("tab_complete", text("/i")));
        ByteBuf words = Unpooled.buffer();
        CompletionFormat.writeWords(words, List.of("/item"));
        FakePacket answer = show(tap, session.clientbound("tab_complete", words));
        assertThat(answer.isHeld()).isTrue();

        runAll();
        session.runLoop();

        assertThat(answer.isHeld()).isFalse();
        assertThat(answer.decision())
                .hasValueSatisfying(decision -> assertThat(decision).isInstanceOf(Decision.Replace.class));
    }

    @Test
    void leavesCompletionsOfTheBackendAlone() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);

        assertThat(show(tap, session.serverbound("tab_complete", asked(1, "/msg A")))
                        .decision())
                .isEmpty();
        assertThat(show(tap, session.serverbound("tab_complete", asked(1, "ir ")))
                        .decision())
                .isEmpty();
    }

    @Test
    void answersFewCompletionsAtATime() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        IntStream.range(0, 10).forEach(i -> show(tap, session.serverbound("tab_complete", asked(i, "/ir find be"))));

        assertThat(work).hasSize(4);
        runAll();
        assertThat(session.sent()).hasSize(4);
        show(tap, session.serverbound("tab_complete", asked(11, "/ir find be")));
        assertThat(work).hasSize(1);
    }

    @Test
    void addsWhatThePlayerMayCallToTheTree() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        FakePacket packet = show(tap, session.clientbound("declare_commands", emptyTree()));

        assertThat(packet.decision()).hasValueSatisfying(decision -> assertThat(
                        ByteBufUtil.hexDump(((Decision.Replace) decision).packet()))
                .isEqualTo(
                        "01" // the packet
                                + "03" // nodes
                                + "00020102" // the root and two children
                                + "0500" + "09" + ByteBufUtil.hexDump("infrarust".getBytes(StandardCharsets.US_ASCII))
                                + "0d0001" + "02" + "6972" // redirects to the first
                                + "00"));
    }

    @Test
    void leavesTheTreeAloneWhereThatIsConfigured() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        announces = false;

        assertThat(show(tap, session.clientbound("declare_commands", emptyTree()))
                        .decision())
                .isEmpty();
    }

    @Test
    void holdsTheTreeWhileAPluginIsAskedForPermissions() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        permissions.isImmediate = false;
        FakePacket packet = show(tap, session.clientbound("declare_commands", emptyTree()));

        assertThat(packet.isHeld()).isTrue();
        runAll();
        assertThat(packet.isHeld()).isFalse();
        assertThat(packet.decision())
                .hasValueSatisfying(decision -> assertThat(decision).isInstanceOf(Decision.Replace.class));
    }

    @Test
    void endsASessionWhoseBackendSendsAnImpossibleTree() {
        FakeSession session = new FakeSession(765);
        CommandTap tap = inGame(session);
        FakePacket packet = show(tap, session.clientbound("declare_commands", Unpooled.wrappedBuffer(new byte[] {9})));

        assertThat(packet.decision()).contains(new Decision.Drop());
        assertThat(session.ends()).singleElement().asString().startsWith("impossible command tree");
    }
}
