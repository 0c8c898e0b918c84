// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.ProxyHeader;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and where, changes while a player plays. */
class LiveAdmissionIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("open");
    private final Workspace workspace;

    LiveAdmissionIT(@TempDir Path directory) {
        workspace = Workspace.in(directory, "max_connections = 2\n");
        server("");
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private void server(String settings) {
        workspace.server("open", """
                domains = ["open.test"]
                addresses = ["127.0.0.1:%d"]
                %s""".formatted(backend.port(), settings));
    }

    private void settings(int port, String settings) {
        workspace.write("infrarust.toml", """
                bind = "127.0.0.1:%d"
                servers_dir = "./servers"
                %s
                """.formatted(port, settings));
    }

    private void settings(String settings) {
        settings(workspace.port(), settings);
    }

    private static PlainClient joinFrom(String address, int port) {
        return PlainClient.connectFrom(address, port).join("open.test", "Player");
    }

    private void awaitRefusal(String address, String text) {
        await(text).atMost(ChildProcess.PATIENCE).until(() -> !isAdmitted(address));
        try (var player = joinFrom(address, workspace.port())) {
            assertThat(player.awaitRefusal()).isEqualTo(text);
        }
    }

    /** What a player says comes back; a refusal is something else. */
    private boolean isAdmitted(String address) {
        try (var player = joinFrom(address, workspace.port())) {
            return player.echo("in").equals("in");
        }
    }

    private void assertAdmitted(String address) {
        assertThat(isAdmitted(address)).as(address).isTrue();
    }

    @Test
    void portMovesAndNobodyIsLost() {
        Proxy.start(children, workspace);
        int moved = Ports.free();

        try (var player = joinFrom("127.0.0.1", workspace.port())) {
            assertThat(player.echo("in")).isEqualTo("in");
            settings(moved, "");
            await("the new port is open").atMost(ChildProcess.PATIENCE).until(() -> Proxy.isOpen(moved));

            try (var next = joinFrom("127.0.0.1", moved)) {
                assertThat(next.echo("in too")).isEqualTo("in too");
            }
            await("the old port is closed").atMost(ChildProcess.PATIENCE).until(() -> !Proxy.isOpen(workspace.port()));
            assertThat(player.echo("still in")).isEqualTo("still in");
        }
    }

    @Test
    void takenPortChangesNothingUntilItIsFree() throws Exception {
        Proxy proxy = Proxy.start(children, workspace);
        int moved = Ports.free();

        try (var taken = new ServerSocket(moved, 1, InetAddress.getLoopbackAddress())) {
            settings(taken.getLocalPort(), "");
            proxy.process()
                    .awaitLine(
                            "the reason",
                            line -> line.contains("127.0.0.1:" + moved)
                                    && line.contains("in use")
                                    && line.contains("still listening on 127.0.0.1:" + workspace.port()));
            assertAdmitted("127.0.0.1");
        }
        proxy.process().type("reload");

        await("the port is taken when it is free").atMost(ChildProcess.PATIENCE).until(() -> Proxy.isOpen(moved));
    }

    @Test
    void higherCeilingLetsWhoWaitsIn() throws Exception {
        Proxy.start(children, workspace);

        try (var first = joinFrom("127.0.0.1", workspace.port());
                var second = joinFrom("127.0.0.1", workspace.port())) {
            assertThat(first.echo("1")).isEqualTo("1");
            assertThat(second.echo("2")).isEqualTo("2");
            CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> {
                try (var player = joinFrom("127.0.0.1", workspace.port())) {
                    return player.echo("3");
                }
            });
            assertThat(second.echo("still two")).isEqualTo("still two");
            assertThat(third).isNotDone();

            settings("max_connections = 3\n");

            assertThat(third.get(ChildProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("3");
        }
    }

    @Test
    void filtersAndLimitsAreInForceAtOnceAndLeaveThePlayerAlone() {
        Proxy.start(children, workspace);

        try (var player = joinFrom("127.0.0.2", workspace.port())) {
            assertThat(player.echo("in")).isEqualTo("in");
            settings("""
                    [rate_limit]
                    max_connections = 0
                    [ip_filter]
                    blacklist = ["127.0.0.2"]
                    """);
            awaitRefusal("127.0.0.2", "IP 127.0.0.2 is not allowed");
            assertAdmitted("127.0.0.3");

            server("[ip_filter]\nwhitelist = [\"127.0.0.4\"]\n");
            awaitRefusal("127.0.0.3", "IP 127.0.0.3 is not allowed on this server");
            assertAdmitted("127.0.0.4");

            settings("[rate_limit]\nmax_connections = 1\nwindow = \"10m\"\n");
            awaitRefusal("127.0.0.4", "Rate limit exceeded");
            assertThat(player.echo("still in")).isEqualTo("still in");
        }
    }

    @Test
    void headersAreExpectedFromTheNextConnectionOn() {
        Proxy.start(children, workspace);
        String rest = "[rate_limit]\nmax_connections = 0\n[ip_filter]\nblacklist = [\"203.0.113.7\"]\n";

        try (var player = joinFrom("127.0.0.1", workspace.port())) {
            assertThat(player.echo("in")).isEqualTo("in");
            settings("receive_proxy_protocol = true\nproxy_protocol_trusted = [\"127.0.0.1\"]\n" + rest);
            await("the address of a header is the one that counts")
                    .atMost(ChildProcess.PATIENCE)
                    .until(() -> outcomeOfHeader().equals("IP 203.0.113.7 is not allowed"));
            assertThat(player.echo("still in")).isEqualTo("still in");
        }
    }

    private String outcomeOfHeader() {
        try (var carried = PlainClient.connect(workspace.port())
                .send(ProxyHeader.line("203.0.113.7", 50_000))
                .join("open.test", "Carried")) {
            return carried.awaitRefusal();
        } catch (UncheckedIOException closed) {
            return "closed: the header was taken for a handshake";
        }
    }
}
