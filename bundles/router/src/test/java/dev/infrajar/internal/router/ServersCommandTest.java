// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import static dev.infrajar.internal.router.Samples.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.transport.Backends;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServersCommandTest {
    private static final Router TWO =
            RoutingTable.of(List.of(server("survival", "s.example", "*.s.example"), server("pvp", "p.example")));

    /** As many sessions on a server as its id has letters. */
    private static final class LetterSessions implements Sessions {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public int countOn(String serverId) {
            return serverId.length();
        }

        @Override
        public List<SessionInfo> infos() {
            return List.of();
        }

        @Override
        public int holding(ClassLoader loader) {
            return 0;
        }

        @Override
        public boolean disconnect(long sessionId, Component text, String reason) {
            return false;
        }

        @Override
        public List<Player> players() {
            return List.of();
        }
    }

    private static List<String> run(Router router, @Nullable Sessions sessions) {
        StringWriter out = new StringWriter();
        new ServersCommand(router, new ServerView(sessions, null, null))
                .run(List.of(), new ConsoleWriter(out, ConsoleWriter.UNLIMITED));
        return out.toString().lines().toList();
    }

    @Test
    void printsATable() {
        assertThat(run(TWO, new LetterSessions()))
                .containsExactly(
                        "ID        MODE         SESSIONS  DOMAINS                 ADDRESS         STATE  LOAD",
                        "pvp       passthrough  3         p.example               10.0.0.1:25565  -      -",
                        "survival  passthrough  8         s.example, *.s.example  10.0.0.1:25565  -      -");
    }

    @Test
    void printsALineForEachBackend() {
        StringWriter out = new StringWriter();
        new ServersCommand(RoutingTable.of(List.of(server("pvp", "p.example"))), new ServerView(null, BACKENDS, null))
                .run(List.of(), new ConsoleWriter(out, ConsoleWriter.UNLIMITED));

        assertThat(out.toString().lines())
                .containsExactly(
                        "ID   MODE         SESSIONS  DOMAINS    ADDRESS         STATE             LOAD",
                        "pvp  passthrough  -         p.example  10.0.0.1:25565  up                3",
                        "                                       10.0.0.2:25565  ejected, drained  0");
    }

    @Test
    void showsOneServerInDetail() {
        ServerDefinition bare = server("pvp", "p.example", "*.p.example");
        ServerDefinition server = new ServerDefinition(
                "pvp",
                bare.domains(),
                bare.addresses(),
                bare.proxyMode(),
                true,
                new DomainRewrite.Explicit("inner.example"),
                new Timeouts(Optional.of(Duration.ofSeconds(2)), Duration.ofSeconds(90), Duration.ZERO),
                20,
                "Come back later",
                "servers/pvp.toml",
                Map.of(MotdConfig.class, new MotdConfig(Optional.of(new Entry("x")), Optional.empty(), 5)));
        StringWriter out = new StringWriter();
        new ServerCommand(
                        RoutingTable.of(List.of(server)),
                        new ServerView(new LetterSessions(), BACKENDS, any -> Optional.of(ServerState.STARTING)))
                .run(List.of("pvp"), new ConsoleWriter(out, ConsoleWriter.UNLIMITED));

        assertThat(out.toString().lines())
                .containsExactly(
                        "pvp, from servers/pvp.toml",
                        "  mode          passthrough",
                        "  domains       p.example, *.p.example",
                        "  state         starting",
                        "  sessions      3 of 20 at most",
                        "  timeouts      connect 2s, read 1m30s, write never",
                        "  rewrite       inner.example",
                        "  PROXY header  version 2 is sent",
                        "  when down     Come back later",
                        "  motd          online, most 5",
                        "ADDRESS         WEIGHT  STATE             SESSIONS  LATENCY  LAST FAILURE",
                        "10.0.0.1:25565  1       up                3         1.5 ms   -",
                        "10.0.0.2:25565  2       ejected, drained  0         -        connection refused");
    }

    @Test
    void saysThatThereIsNoSuchServer() {
        StringWriter out = new StringWriter();
        ServerCommand command = new ServerCommand(TWO, new ServerView(null, null, null));
        command.run(List.of("x"), new ConsoleWriter(out, ConsoleWriter.UNLIMITED));

        assertThat(out.toString().lines()).containsExactly("There is no server 'x'.");
        assertThat(command.complete(List.of("p"))).containsExactly("pvp", "survival");
        assertThat(command.complete(List.of("pvp", ""))).isEmpty();
    }

    private record Entry(String text) {}

    private record MotdConfig(Optional<Entry> online, Optional<Entry> unreachable, int most) {}

    private static final Backends BACKENDS = new Backends() {
        @Override
        public List<State> of(ServerDefinition server) {
            return List.of(
                    new State(
                            new HostAndPort("10.0.0.1", 25565),
                            1,
                            Health.UP,
                            false,
                            3,
                            Optional.of(Duration.ofNanos(1_500_000)),
                            Optional.empty()),
                    new State(
                            new HostAndPort("10.0.0.2", 25565),
                            2,
                            Health.EJECTED,
                            true,
                            0,
                            Optional.empty(),
                            Optional.of("connection refused")));
        }

        @Override
        public boolean drain(ServerDefinition server, Optional<HostAndPort> address) {
            return false;
        }

        @Override
        public boolean undrain(String server, Optional<HostAndPort> address) {
            return false;
        }
    };

    @Test
    void keepsAddressesWholeOnANarrowScreen() {
        StringWriter out = new StringWriter();
        Router router =
                RoutingTable.of(List.of(server("a-server-with-a-long-name", "play.example.com", "*.example.org")));
        new ServersCommand(router, new ServerView(null, null, null)).run(List.of(), new ConsoleWriter(out, 80));

        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out.toString()).contains("play.e…  10.0.0.1:25565  -");
    }

    @Test
    void printsNoCountsWithoutSessions() {
        assertThat(run(TWO, null)).element(1).asString().startsWith("pvp       passthrough  -         p.example");
    }

    @Test
    void saysThatThereIsNoServer() {
        assertThat(run(RoutingTable.EMPTY, null)).containsExactly("There is no server.");
    }

    @Test
    void takesNoArguments() {
        ServersCommand command = new ServersCommand(TWO, new ServerView(null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        command.run(List.of("x"), new ConsoleWriter(new StringWriter(), ConsoleWriter.UNLIMITED)));
        assertThat(command.usage()).isEmpty();
    }
}
