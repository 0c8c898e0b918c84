// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.SilentBackend;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Signals;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The proxy stops while players are on their way in. */
class LoginPhaseIT {
    private static final String RESTARTING = "The proxy is restarting, please try again in a moment.";
    private static final Duration DRAINED = Duration.ofSeconds(60);

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("until the end");
    private final SilentBackend silent = SilentBackend.start();
    private final Workspace workspace;

    LoginPhaseIT(@TempDir Path directory) {
        workspace = Workspace.in(directory);
        workspace.server("last", """
                domains = ["last.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
        workspace.server("silent", """
                domains = ["silent.test"]
                addresses = ["127.0.0.1:%d"]
                [timeouts]
                connect = "60s"
                """.formatted(silent.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
        silent.close();
    }

    @Test
    void realPlayersWhoAreLoggingInReadThatTheProxyRestarts() {
        NodeClient client = NodeClient.start(children);
        Proxy proxy = Proxy.start(children, workspace);
        Map<String, Player> players = List.of("1.8.8", "1.16.5", "1.21.11", "26.1").stream()
                .collect(Collectors.toMap(
                        version -> version,
                        version ->
                                client.join("Old" + version.replace('.', '_'), version, "silent.test", proxy.port())));
        awaitLogins(proxy, players.size());

        Signals.send("TERM", proxy.process().handle());

        players.forEach((version, player) ->
                assertThat(player.awaitKicked()).as(version).contains(RESTARTING));
        assertThat(proxy.process().awaitExit(DRAINED)).isZero();
    }

    @Test
    void whoIsConnectedIsStillAnsweredWhileTheSessionsGoOn() {
        Proxy proxy = Proxy.start(children, workspace);
        byte[] login = Bytes.handshake(PlainClient.PROTOCOL, "last.test", proxy.port(), 2);
        byte[] question = Bytes.handshake(PlainClient.PROTOCOL, "last.test", proxy.port(), 1);

        try (var player = PlainClient.join(proxy.port(), "last.test", "Stays");
                var waiting = PlainClient.join(proxy.port(), "silent.test", "Waiting")) {
            assertThat(player.echo("in")).isEqualTo("in");
            awaitLogins(proxy, 1);
            try (var greeted = PlainClient.connect(proxy.port()).send(login);
                    var fresh = PlainClient.connect(proxy.port());
                    var pinger = PlainClient.connect(proxy.port()).send(question)) {
                Signals.send("TERM", proxy.process().handle());
                assertThat(waiting.awaitRefusal()).isEqualTo(RESTARTING);

                greeted.send(Bytes.loginStart("Greeted"));
                fresh.send(login).send(Bytes.loginStart("Fresh"));
                pinger.send(new Bytes().varInt(0).frame());

                assertThat(greeted.awaitRefusal()).isEqualTo(RESTARTING);
                assertThat(fresh.awaitRefusal()).isEqualTo(RESTARTING);
                assertThat(pinger.readMotd()).isEqualTo("until the end");
            }
            assertThat(player.echo("still in")).isEqualTo("still in");
        }
        assertThat(proxy.process().awaitExit(DRAINED)).isZero();
    }

    /** Asks until all have got that far: nothing tells from outside. */
    private static void awaitLogins(Proxy proxy, int count) {
        await(count + " logins wait for the silent backend")
                .atMost(ChildProcess.PATIENCE)
                .until(() -> {
                    proxy.process().type("list");
                    return proxy.process().lines().stream().anyMatch(line -> line.contains(count + " logging in"));
                });
    }
}
