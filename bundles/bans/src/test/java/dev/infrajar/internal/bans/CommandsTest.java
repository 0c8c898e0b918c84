// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.internal.bans.store.BanStore;
import dev.infrajar.internal.bans.store.ManualClock;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String ID = "550e8400-e29b-41d4-a716-446655440000";
    private static final String OTHER_ID = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

    private final ManualClock clock = new ManualClock();
    private final FakeSessions players = new FakeSessions();
    private @Nullable FakeSessions sessions = players;
    private final Path file;
    private final Bans bans;
    private final List<ConsoleCommand> commands;

    CommandsTest(@TempDir Path folder) throws IOException {
        file = Files.createDirectory(folder.resolve("data")).resolve("bans.json");
        bans = new Bans(BanStore.open(file, clock, () -> true), () -> sessions, clock);
        commands = List.of(
                new BanCommand(bans),
                new BanIpCommand(bans),
                new UnbanCommand(bans),
                new UnbanIpCommand(bans),
                new BanlistCommand(bans),
                new BaninfoCommand(bans));
    }

    private ConsoleCommand command(String word) {
        return commands.stream()
                .filter(command ->
                        command.name().equals(word) || command.aliases().contains(word))
                .findFirst()
                .orElseThrow();
    }

    private List<String> type(String line) {
        List<String> words = List.of(line.split(" "));
        StringWriter answer = new StringWriter();
        ConsoleWriter out = new ConsoleWriter(answer, ConsoleWriter.UNLIMITED);
        command(words.getFirst()).run(words.subList(1, words.size()), out);
        out.flush();
        return answer.toString().lines().toList();
    }

    private List<String> complete(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return command(words.getFirst()).complete(words.subList(1, words.size()));
    }

    @Test
    void banSaysForHowLongAndWhy() {
        assertThat(type("ban Steve 7d griefing the spawn"))
                .containsExactly(
                        "Steve is banned for 7 days, until 2026-11-29T12:00:00Z: griefing the spawn",
                        "Nobody online is affected.");
        assertThat(type("ban Alex")).first().isEqualTo("Alex is banned permanently, without a reason");
    }

    @Test
    void banThatBeginsBetweenTwoSecondsLastsNoLessThanAsked() {
        clock.pass(Duration.ofMillis(300));

        assertThat(type("ban Steve 7d")).first().asString().startsWith("Steve is banned for 7 days, until");
        type("ban Steve 1s");

        clock.pass(Duration.ofMillis(1699));
        assertThat(bans.inForce()).hasSize(1);
        clock.pass(Duration.ofMillis(1));
        assertThat(bans.inForce()).isEmpty();
    }

    @Test
    void secondBanReplacesTheFirstAndSaysSo() {
        type("ban Steve griefing");

        assertThat(type("ban STEVE 2h30m cheating"))
                .startsWith(
                        "STEVE is banned for 2 hours 30 minutes, until 2026-11-22T14:30:00Z: cheating",
                        "Steve was banned permanently: griefing; this replaces it");
    }

    @Test
    void banDropsThePlayersItIsAbout() {
        players.join("Steve", ID, "1.2.3.4")
                .join("steve", "", "5.6.7.8")
                .join("Alex", ID, "1.2.3.4")
                .join("Third", "", "10.1.2.3");

        assertThat(type("ban Steve cheating")).last().isEqualTo("2 players were dropped.");
        assertThat(players.dropped()).containsExactly("Steve: banned name: cheating", "steve: banned name: cheating");

        assertThat(type("ban " + ID)).last().isEqualTo("1 player was dropped.");
        assertThat(type("ban-ip 10.0.0.0/8 botnet")).last().isEqualTo("1 player was dropped.");
        assertThat(players.dropped())
                .endsWith("Alex: banned UUID: Banned by administrator", "Third: banned address: botnet");
    }

    @Test
    void banDropsThePlayerWhomTheProxyKnowsByAnotherUuidThanItClaims() {
        players.join("Old", "", ID, "1.2.3.4")
                .join("Premium", OTHER_ID, ID, "1.2.3.4")
                .join("Impostor", ID, OTHER_ID, "1.2.3.4");

        assertThat(type("ban " + ID)).last().isEqualTo("2 players were dropped.");

        assertThat(players.dropped())
                .containsExactly(
                        "Old: banned UUID: Banned by administrator", "Premium: banned UUID: Banned by administrator");
    }

    @Test
    void banWorksWhileTheSessionsAreAway() {
        sessions = null;

        assertThat(type("ban Steve")).last().isEqualTo("Nobody online is affected.");
        assertThat(complete("ban ")).isEmpty();
        assertThat(bans.inForce()).hasSize(1);
    }

    @Test
    void banThatCannotBeSavedSaysSo() throws IOException {
        Files.delete(file.getParent());

        assertThat(type("ban Steve"))
                .last()
                .asString()
                .startsWith("NOT SAVED: ")
                .contains("there is no ");
        assertThat(bans.inForce()).hasSize(1);
    }

    @Test
    void unbanLiftsAndSaysWhenThereIsNothingToLift() {
        type("ban Steve");
        type("ban " + ID);
        type("ban-ip ::ffff:1.2.3.4");

        assertThat(type("pardon sTeVe")).containsExactly("sTeVe is no longer banned.");
        assertThat(type("unban " + ID.replace("-", "").toUpperCase(Locale.ROOT)))
                .containsExactly(ID + " is no longer banned.");
        assertThat(type("unban-ip 1.2.3.4")).containsExactly("1.2.3.4 is no longer banned.");
        assertThat(type("unban Steve")).containsExactly("Steve is not banned.");
        assertThat(bans.inForce()).isEmpty();
    }

    @Test
    void unbanIpNamesTheBlocksThatAreStillBanned() {
        type("ban-ip 10.0.0.0/8");
        type("ban-ip 10.1.2.3");

        assertThat(type("pardonip 10.1.2.3"))
                .containsExactly("10.1.2.3 is no longer banned.", "It is still covered by the ban of 10.0.0.0/8.");
        assertThat(type("unbanip 10.1.2.3"))
                .containsExactly("10.1.2.3 is not banned.", "It is still covered by the ban of 10.0.0.0/8.");
    }

    @Test
    void banlistShowsWhatIsInForce() {
        assertThat(type("banlist")).containsExactly("0 bans");
        type("ban Steve 7d griefing");
        type("ban " + ID + " 1s");
        type("banip 2001:db8::/32");
        clock.pass(Duration.ofSeconds(1));

        assertThat(type("bans"))
                .containsExactly(
                        "TARGET         TYPE      REMAINING  REASON    SOURCE",
                        "Steve          username  7 days     griefing  console",
                        "2001:db8::/32  ip        permanent  -         console",
                        "2 bans");
    }

    @Test
    void baninfoShowsAllThatIsKnown() {
        type("ban Steve 25h griefing");

        assertThat(type("baninfo STEVE"))
                .containsExactly(
                        "Target:    Steve (username)",
                        "Reason:    griefing",
                        "Source:    console",
                        "Created:   2026-11-22T12:00:00Z",
                        "Expires:   2026-11-23T13:00:00Z",
                        "Remaining: 2 days");
        assertThat(type("baninfo Alex")).containsExactly("Alex is not banned.");
        assertThat(type("baninfo " + ID)).containsExactly(ID + " is not banned.");
    }

    @Test
    void baninfoOfAnAddressShowsTheBlocksAroundIt() {
        type("ban-ip 10.0.0.0/8");
        type("ban-ip 10.1.2.3");
        type("ban-ip 10.1.2.4");

        assertThat(type("baninfo 10.1.2.3"))
                .filteredOn(line -> line.startsWith("Target:"))
                .containsExactly("Target:    10.0.0.0/8 (ip)", "Target:    10.1.2.3 (ip)");
        assertThat(type("baninfo 10.1.0.0/16"))
                .filteredOn(line -> line.startsWith("Target:"))
                .containsExactly("Target:    10.0.0.0/8 (ip)");
        assertThat(type("baninfo 0.0.0.0/0")).containsExactly("0.0.0.0/0 is not banned.");
    }

    @Test
    void wrongWordsAreRefusedAndBanNobody() {
        for (String line : Stream.of(
                        "ban",
                        "ban 1.2.3.4",
                        "ban ABCDEFGHIJKLMNOPQ",
                        "ban Steve 0s",
                        "ban-ip Steve",
                        "ban-ip 10.0.0.0/33",
                        "ban-ip",
                        "unban",
                        "unban Steve Alex",
                        "unban ::1",
                        "unban-ip Steve",
                        "baninfo",
                        "baninfo ABCDEFGHIJKLMNOPQ")
                .toList()) {
            assertThatIllegalArgumentException().as(line).isThrownBy(() -> type(line));
        }
        assertThat(bans.inForce()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void completesWhatCanBeMeant() {
        players.join("Steve", "", "1.2.3.4").join("Steve", "", "1.2.3.4").join("\u001B[2J", "", "::1");
        type("ban Gone");
        type("ban-ip 10.0.0.0/8");

        assertThat(complete("ban S")).containsExactly("Steve");
        assertThat(complete("ban Steve p")).contains("permanent", "7d");
        assertThat(complete("ban Steve 7d x")).isEmpty();
        assertThat(complete("ban-ip ")).containsExactly("1.2.3.4", "::1");
        assertThat(complete("unban ")).containsExactly("Gone");
        assertThat(complete("unban-ip ")).containsExactly("10.0.0.0/8");
        assertThat(complete("baninfo ")).containsExactly("Gone", "10.0.0.0/8");
        assertThat(complete("unban Gone ")).isEmpty();
        assertThat(complete("banlist ")).isEmpty();
    }

    @Test
    void banByHandDropsThePlayersItIsAbout() throws IOException {
        players.join("Steve", "", "1.2.3.4").join("Alex", "", "1.2.3.4");
        Files.writeString(file, "{\"bans\": [{\"target\": {\"username\": \"steve\"}, \"reason\": \"by hand\"}]}");

        bans.fileMayHaveChanged();

        assertThat(players.dropped()).containsExactly("Steve: banned name: by hand");
        Files.writeString(file, "{\"bans\": [{\"target\": {\"username\": \"alex\"}, \"reason\": \"again\"}]}");
        assertThat(bans.reload().lines()).containsExactly("1 ban added, 0 changed, 1 removed");
        assertThat(players.dropped()).last().isEqualTo("Alex: banned name: again");
        assertThat(bans.about(Target.name("Alex"))).hasSize(1);
    }
}
