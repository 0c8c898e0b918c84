// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.conversation.TestTerms;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.relay.InterceptedSession;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.intercept.TapSessionClient;
import dev.infrajar.net.packet.Phase;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCommandsTest {
    private static final Clock NOON = Clock.fixed(Instant.EPOCH.plusSeconds(90), ZoneOffset.UTC);

    private final Intake intake = new Intake();
    private final SessionTable table = new SessionTable(intake);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> ends = new ArrayList<>();

    @BeforeEach
    void fill() {
        Samples.relay(table, "Notch", channel, ends);
        Samples.logIn(table, "Jeb", channel, ends);
    }

    @Test
    void listShowsTheRelayedAndCountsTheOthers() {
        assertThat(Samples.run(new ListCommand(table, NOON)))
                .containsExactly(
                        "NAME   SERVER  HOST   BY    FOR  FROM CLIENT  TO CLIENT  ADDRESS",
                        "Notch  lobby   lobby  copy  90s  7            7          203.0.113.7",
                        "1 session, 1 logging in");
        assertThat(Samples.run(new ListCommand(table, NOON), "games")).containsExactly("0 sessions, 1 logging in");
    }

    @Test
    void listSaysThatTheProxyIsDrained() {
        intake.drain();

        assertThat(Samples.run(new ListCommand(table, NOON), "games").getLast())
                .endsWith("; the proxy is drained: no new logins");
    }

    @Test
    void findShowsServerAndSession() {
        assertThat(Samples.run(new FindCommand(table, NOON), "notch"))
                .containsExactly(
                        "Notch is on lobby",
                        "  session    1",
                        "  address    203.0.113.7 port 50000",
                        "  host       lobby",
                        "  protocol   774",
                        "  uuid       none (as the client says)",
                        "  since      1970-01-01T00:00:00Z (90 s)",
                        "  forwarder  copy",
                        "  bytes      7 from the client, 7 to the client");
        assertThat(Samples.run(new FindCommand(table, NOON), "jeb")).startsWith("Jeb is logging in to lobby");
        assertThat(Samples.run(new FindCommand(table, NOON), "dinnerbone"))
                .containsExactly("There is no player dinnerbone.");
    }

    @Test
    void kickEndsSessionsOfAnyStageAndSaysWhatThePlayerSees() {
        assertThat(Samples.run(new KickCommand(table), "JEB").get(1)).contains("reads \"Kicked by administrator\"");
        assertThat(Samples.run(new KickCommand(table), "notch", "be", "nice"))
                .satisfiesExactly(first -> assertThat(first).isEqualTo("Ended 1 session"), second -> assertThat(second)
                        .contains("sees a lost connection"));
        channel.runPendingTasks();

        assertThat(ends)
                .satisfiesExactly(jeb -> assertThat(jeb).contains("Kicked by administrator"), notch -> assertThat(notch)
                        .contains("kicked: be nice"));
        assertThat(Samples.run(new KickCommand(table), "dinnerbone")).containsExactly("There is no player dinnerbone.");
    }

    private PlayerSession intercept(String name) {
        Samples.relay(table, name, channel, ends);
        PlayerSession player =
                table.find(session -> session.name().equals(name)).getFirst();
        InterceptedSession intercepted =
                new InterceptedSession(player, TestTerms.dialect(player.protocol()), Phase.PLAY, _ -> {});
        player.playsAs(new TapSessionClient(intercepted, () -> Phase.PLAY));
        return player;
    }

    @Test
    void messageSaysWhomItReaches() {
        intercept("Alex");

        assertThat(Samples.run(new MessageCommand(table), "alex", "&chello", "there"))
                .containsExactly("Sent to 1 player");
        assertThat(Samples.run(new MessageCommand(table), "notch", "hello"))
                .satisfiesExactly(
                        sent -> assertThat(sent).isEqualTo("Sent to 0 players"),
                        relayed -> assertThat(relayed).startsWith("  not to 1 relayed: a forwarding mode"));
        assertThat(Samples.run(new MessageCommand(table), "dinnerbone", "hello"))
                .containsExactly("There is no player dinnerbone.");
        assertThatThrownBy(() -> Samples.run(new MessageCommand(table), "alex"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a text");
        assertThat(new MessageCommand(table).complete(List.of(""))).containsExactly("Notch", "Jeb", "Alex");
    }

    @Test
    void broadcastCountsWhomItDoesNotReach() {
        intercept("Alex");

        assertThat(Samples.run(new BroadcastCommand(table), "hello", "all"))
                .satisfiesExactly(
                        sent -> assertThat(sent).isEqualTo("Sent to 1 player"),
                        relayed -> assertThat(relayed).startsWith("  not to 1 relayed"),
                        loggingIn -> assertThat(loggingIn).startsWith("  not to 1 who cannot read it now"));
    }

    @Test
    void findSaysHowTheUuidIsKnown() {
        PlayerSession alex = intercept("Alex");
        GameProfile profile = GameProfile.offline("Alex");
        alex.identifiedAs(profile, false);
        assertThat(Samples.run(new FindCommand(table, NOON), "alex"))
                .contains("  uuid       " + profile.uuid() + " (of the name)");

        alex.identifiedAs(profile, true);
        assertThat(Samples.run(new FindCommand(table, NOON), "alex"))
                .contains("  uuid       " + profile.uuid() + " (proved)");
    }

    @Test
    void kickSaysThatPlayersInAnInterceptedModeReadTheText() {
        intercept("Alex");

        assertThat(Samples.run(new KickIpCommand(table), "203.0.113.0/24", "go", "home"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Ended 3 sessions"),
                        loggingIn -> assertThat(loggingIn).isEqualTo("  1 in its login: the player reads \"go home\""),
                        seen -> assertThat(seen).isEqualTo("  1 in an intercepted mode: the player reads \"go home\""),
                        relayed -> assertThat(relayed).startsWith("  1 relayed: the player sees a lost connection"));
    }

    @Test
    void kickIpEndsAllSessionsOfABlock() {
        assertThat(Samples.run(new KickIpCommand(table), "203.0.114.0/24"))
                .containsExactly("There is no player from 203.0.114.0/24.");
        assertThat(ends).isEmpty();

        assertThat(Samples.run(new KickIpCommand(table), "203.0.113.0/24").getFirst())
                .isEqualTo("Ended 2 sessions");
        channel.runPendingTasks();

        assertThat(ends).hasSize(2);
        assertThatThrownBy(() -> Samples.run(new KickIpCommand(table), "somewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("somewhere");
    }

    @Test
    void commandsCompleteNamesServersAndAddresses() {
        assertThat(new KickCommand(table).complete(List.of(""))).containsExactly("Notch", "Jeb");
        assertThat(new KickCommand(table).complete(List.of("Jeb", ""))).isEmpty();
        assertThat(new FindCommand(table, NOON).complete(List.of(""))).containsExactly("Notch", "Jeb");
        assertThat(new ListCommand(table, NOON).complete(List.of(""))).containsExactly("lobby");
        assertThat(new KickIpCommand(table).complete(List.of(""))).containsExactly("203.0.113.7");
    }
}
