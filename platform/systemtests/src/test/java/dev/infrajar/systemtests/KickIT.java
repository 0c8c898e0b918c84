// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.SilentBackend;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator looks for players and ends their sessions, those included that are still on their way to a backend. */
class KickIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("kicks");
    private final SilentBackend silent = SilentBackend.start();
    private final Workspace workspace;
    private Proxy proxy;

    KickIT(@TempDir Path directory) {
        workspace = Workspace.in(directory);
        for (String mode : new String[] {"passthrough", "zero_copy"}) {
            workspace.server(mode, """
                    domains = ["%s.test"]
                    addresses = ["127.0.0.1:%d"]
                    proxy_mode = "%s"
                    """.formatted(mode, backend.port(), mode));
        }
        workspace.server("silent", """
                domains = ["silent.test"]
                addresses = ["127.0.0.1:%d"]
                max_players = 1
                [timeouts]
                connect = "60s"
                """.formatted(silent.port()));
    }

    @BeforeEach
    void start() {
        proxy = Proxy.start(children, workspace);
    }

    @AfterEach
    void stop() {
        backend.close();
        silent.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void kickedPlayerLosesTheConnectionAndTheConsoleSaysSo(String mode) {
        try (var player = PlainClient.join(proxy.port(), mode + ".test", "Herobrine")) {
            assertThat(player.echo("in")).isEqualTo("in");

            proxy.process().type("kick herobrine");

            player.awaitClosed();
            awaitLine("Ended 1 session");
            awaitLine("sees a lost connection");
            awaitLine("ended: kicked: Kicked by administrator");
        }
    }

    @ParameterizedTest
    @FieldSource("dev.infrajar.systemtests.Game#INTERCEPTED")
    void playerWhosePacketsTheProxySeesReadsWhatTheConsoleSaysAndTheReason(String mode, @TempDir Path directory) {
        List<String> versions = List.of("1.20.4");
        try (Game game = Game.start(children, versions)) {
            proxy = Proxy.start(children, game.workspace(directory, versions, ""));
            Player player = game.join(proxy, "Steve", versions.getFirst(), mode);
            player.awaitSpawned();

            proxy.process().type("whisper steve the server is closing");
            player.awaitChat("the server is closing");
            awaitLine("Sent to 1 player");
            proxy.process().type("kick steve go home");

            assertThat(player.awaitKicked()).contains("go home");
            awaitLine("Ended 1 session");
            awaitLine("in an intercepted mode: the player reads \"go home\"");
        }
    }

    @Test
    void playerWhoIsLoggingInReadsTheReason() {
        try (var player = PlainClient.join(proxy.port(), "silent.test", "Waiter")) {
            awaitLogin("Waiter");

            proxy.process().type("kick Waiter come back at eight");

            assertThat(player.awaitRefusal()).isEqualTo("come back at eight");
            awaitLine("refused: kicked: come back at eight");
        }
        // The place is free at once, not when the backend has had its minute.
        try (var next = PlainClient.join(proxy.port(), "silent.test", "Next")) {
            awaitLogin("Next");
            proxy.process().type("kick Next");
            assertThat(next.awaitRefusal()).isEqualTo("Kicked by administrator");
        }
    }

    @Test
    void allSessionsOfABlockOfAddressesAreEnded() {
        try (var relayed = PlainClient.join(proxy.port(), "passthrough.test", "Relayed");
                var waiting = PlainClient.join(proxy.port(), "silent.test", "Waiting")) {
            assertThat(relayed.echo("in")).isEqualTo("in");
            awaitLogin("Waiting");

            proxy.process().type("kick-ip 192.0.2.0/24");
            awaitLine("There is no player from 192.0.2.0/24.");
            assertThat(relayed.echo("still in")).isEqualTo("still in");
            proxy.process().type("kickip 127.0.0.0/8 enough");

            assertThat(waiting.awaitRefusal()).isEqualTo("enough");
            relayed.awaitClosed();
            awaitLine("Ended 2 sessions");
        }
    }

    @Test
    void findShowsWhereAPlayerIsAndHowTheSessionGoes() {
        try (var player = PlainClient.join(proxy.port(), "zero_copy.test", "Herobrine")) {
            assertThat(player.echo("in")).isEqualTo("in");

            proxy.process().type("find Herobrine");

            awaitLine("Herobrine is on zero_copy");
            awaitLine("127.0.0.1 port " + player.localPort());
            awaitLine("protocol   " + PlainClient.PROTOCOL);
            awaitLine("host       zero_copy.test");
            awaitLine("forwarder  splice");
        }
        proxy.process().type("find Nobody");
        awaitLine("There is no player Nobody.");
    }

    private void awaitLine(String part) {
        proxy.process().awaitLine(part, line -> line.contains(part));
    }

    /** Asks until the login has got that far: nothing tells from outside. */
    private void awaitLogin(String name) {
        await(name + " is logging in").atMost(ChildProcess.PATIENCE).until(() -> {
            proxy.process().type("find " + name);
            return proxy.process().lines().stream().anyMatch(line -> line.contains(name + " is logging in to silent"));
        });
    }
}
