// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.commands.FakePlayer;
import dev.infrajar.internal.commands.FakeSessions;
import dev.infrajar.internal.commands.FakeSource;
import dev.infrajar.internal.commands.registry.CommandLine;
import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;
import org.junit.jupiter.api.Test;

class InfrarustCommandTest {
    private final FakeSessions sessions = new FakeSessions(
            new FakePlayer(1, "Steve", Optional.empty(), 765, "lobby"),
            new FakePlayer(2, "Alex", Optional.empty(), 47, "lobby"));

    private final List<String> broadcasts = new ArrayList<>();
    private final InfrarustCommand command =
            new InfrarustCommand(new FakeSurroundings(Optional.of(sessions)), (text, server) -> {
                broadcasts.add(server.orElse("all") + ": "
                        + PlainTextComponentSerializer.plainText().serialize(text));
                return 2;
            });

    private final Dispatcher dispatcher = new Dispatcher(() -> CommandSet.of(List.of(command)));
    private final FakeSource admin = new FakeSource("*");
    private final FakeSource player = new FakeSource("infrarust.command.list", "infrarust.command.help");

    private List<String> answers(FakeSource source, String line) {
        dispatcher.run(source, CommandLine.of(line));
        return source.read();
    }

    private List<String> completions(FakeSource source, String line) {
        return dispatcher.complete(source, CommandLine.of(line));
    }

    @Test
    void listsServersWithStateAndPlayers() {
        assertThat(answers(player, "ir list"))
                .containsExactly(
                        "[Infrarust] 2 servers, 2 players",
                        "● arena sleeping, 0 players",
                        "● lobby unknown, 2 players");
    }

    @Test
    void showsEachSourceTheHelpForWhatItMayCall() {
        assertThat(answers(player, "infrarust"))
                .containsExactly(
                        "[Infrarust] /infrarust, or /ir",
                        "help [command]: what can be typed",
                        "list: the servers, their state and players");
        assertThat(answers(admin, "ir help kick"))
                .containsExactly(
                        "[Infrarust] /infrarust, or /ir", "kick <player> [reason...]: ends a player's session");
    }

    @Test
    void refusesWhatASourceMayNotCall() {
        assertThat(answers(player, "ir kick Alex")).containsExactly("[Infrarust] You don't have permission.");
        assertThat(sessions.ended()).isEmpty();
    }

    @Test
    void refusesWholeCommandToWhoMayCallNothing() {
        FakeSource nobody = new FakeSource();

        assertThat(answers(nobody, "ir")).containsExactly("[Infrarust] You don't have permission.");
        assertThat(dispatcher.tree(nobody)).isEmpty();
    }

    @Test
    void kicksWithAndWithoutReason() {
        answers(admin, "ir kick alex");
        answers(admin, "ir kick STEVE &cbe nice");

        assertThat(sessions.ended())
                .containsExactly("2: Kicked by proxy: kicked by Steve", "1: be nice: kicked by Steve");
    }

    @Test
    void tellsThatNobodyIsThere() {
        assertThat(answers(admin, "ir find Notch")).containsExactly("[Infrarust] 'Notch' is not online.");
    }

    @Test
    void findsPlayersInAnyCase() {
        assertThat(answers(admin, "ir find ALEX")).containsExactly("[Infrarust] Alex is on lobby (protocol 47).");
    }

    @Test
    void broadcastsToAllOrToOneServer() {
        answers(admin, "ir broadcast &aHello  world");
        answers(admin, "ir broadcast to you --server lobby");
        answers(admin, "ir broadcast to you --server nowhere");

        assertThat(broadcasts).containsExactly("all: Hello  world", "lobby: to you");
        assertThat(admin.read())
                .containsExactly(
                        "[Infrarust] Sent to 2 players.",
                        "[Infrarust] Sent to 2 players.",
                        "[Infrarust] There is no server 'nowhere'.");
    }

    @Test
    void showsAnswersOfTheConsole() {
        assertThat(answers(admin, "ir plugins")).containsExactly("hello.jar active");
    }

    @Test
    void doesNotOfferWhatIsNotThere() {
        assertThat(answers(admin, "ir reload")).containsExactly("[Infrarust] There is no 'reload'. Try /ir help.");
        assertThat(completions(admin, "ir ")).doesNotContain("reload", "server", "send");
    }

    @Test
    void tellsHowACommandIsUsed() {
        assertThat(answers(admin, "ir kick"))
                .containsExactly(
                        "[Infrarust] The argument <player> is missing.", "Usage: /ir kick <player> [reason...]");
    }

    @Test
    void completesSubCommandsPlayersAndServers() {
        assertThat(completions(player, "ir ")).containsExactly("help", "list");
        assertThat(completions(admin, "ir p")).containsExactly("plugins");
        assertThat(completions(admin, "ir kick s")).containsExactly("Steve");
        assertThat(completions(player, "ir kick s")).isEmpty();
        assertThat(completions(admin, "ir broadcast hi --server l")).containsExactly("lobby");
        assertThat(completions(admin, "ir broadcast hi l")).isEmpty();
    }

    @Test
    void becomesATreeOfWhatTheSourceMayCall() {
        assertThat(dispatcher.tree(player))
                .containsExactly(
                        new GraftNode.Literal(
                                "infrarust",
                                true,
                                List.of(
                                        new GraftNode.Literal(
                                                "help",
                                                true,
                                                List.of(new GraftNode.Argument(
                                                        "command", GraftNode.Kind.WORD, true, true, List.of()))),
                                        new GraftNode.Literal("list", true, List.of()))),
                        new GraftNode.Alias("ir", "infrarust"));
    }

    @Test
    void servesWhatItCanWithoutTheSessions() {
        InfrarustCommand alone = new InfrarustCommand(new FakeSurroundings(Optional.empty()), (text, server) -> 0);
        Dispatcher others = new Dispatcher(() -> CommandSet.of(List.of(alone)));
        others.run(admin, CommandLine.of("ir version"));

        assertThat(admin.read()).containsExactly("[Infrarust] Infrajar 1.2.3");
        assertThat(others.complete(admin, CommandLine.of("ir "))).doesNotContain("kick", "find");
    }
}
