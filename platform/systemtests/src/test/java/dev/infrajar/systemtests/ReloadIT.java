// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.SilentBackend;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.SocketTimers;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code infrarust.toml} takes effect while the proxy runs. */
class ReloadIT {
    private static final String UNKNOWN = "nowhere.test";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Workspace workspace;

    ReloadIT(@TempDir Path directory) {
        workspace = Workspace.in(directory);
        settings(motd("First"));
    }

    private static String motd(String text) {
        return """
                [default_motd.online]
                text = "%s"
                """.formatted(text);
    }

    private String file(String settings) {
        return """
                bind = "127.0.0.1:%d"
                servers_dir = "./servers"
                %s""".formatted(workspace.port(), settings);
    }

    /** The first line of the settings is the third of the file. */
    private void settings(String settings) {
        workspace.write("infrarust.toml", file(settings));
    }

    private Proxy start(String... arguments) {
        Proxy proxy = Proxy.start(children, workspace, arguments);
        awaitMotd("First");
        return proxy;
    }

    private String motd() {
        return PlainClient.motd(workspace.port(), UNKNOWN);
    }

    private void awaitMotd(String expected) {
        await("the server list shows " + expected).atMost(ChildProcess.PATIENCE).until(() -> motd().equals(expected));
    }

    private static void awaitLine(Proxy proxy, String text) {
        proxy.process().awaitLine(text, line -> line.contains(text));
    }

    private static long count(Proxy proxy, String text) {
        return proxy.process().lines().stream()
                .filter(line -> line.contains(text))
                .count();
    }

    @Test
    void texts() throws IOException {
        Proxy proxy = start();

        settings(motd("Second"));

        awaitMotd("Second");
        awaitLine(proxy, "infrarust.toml: default_motd.online.text: \"First\" -> \"Second\"");

        // In place, as some editors write.
        Files.writeString(workspace.directory().resolve("infrarust.toml"), file(motd("Third")));
        awaitMotd("Third");
    }

    @Test
    void behaviourForUnknownHosts() {
        Proxy proxy = start();
        try (var lost = PlainClient.join(proxy.port(), UNKNOWN, "Lost")) {
            assertThat(lost.awaitRefusal()).contains(UNKNOWN);
        }

        settings("unknown_domain_behavior = \"drop\"\n" + motd("First"));
        awaitLine(proxy, "unknown_domain_behavior: \"default_motd\" -> \"drop\"");

        try (var lost = PlainClient.join(proxy.port(), UNKNOWN, "Lost")) {
            lost.awaitClosed();
        }
    }

    @Test
    void timeOfNewDials() {
        try (var silent = SilentBackend.start()) {
            workspace.server("silent", """
                    domains = ["silent.test"]
                    addresses = ["127.0.0.1:%d"]
                    disconnect_message = "It does not answer"
                    """.formatted(silent.port()));
            settings("connect_timeout = \"10m\"\n" + motd("First"));
            Proxy proxy = start();

            settings("connect_timeout = \"200ms\"\n" + motd("First"));
            awaitLine(proxy, "connect_timeout: \"10m\" -> \"200ms\"");

            try (var player = PlainClient.join(proxy.port(), "silent.test", "Patient")) {
                assertThat(player.awaitRefusal()).isEqualTo("It does not answer");
            }
        }
    }

    @Test
    void keepaliveOfNewSockets() {
        assumeTrue(SocketTimers.areKnown(), "SKIPPED: this system has no /proc/net/tcp");
        try (var backend = PlainBackend.start("alive")) {
            workspace.server("alive", """
                    domains = ["alive.test"]
                    addresses = ["127.0.0.1:%d"]
                    """.formatted(backend.port()));
            settings(motd("First") + "[keepalive]\ntime = \"9h\"\n");
            Proxy proxy = start();
            try (var before = PlainClient.join(proxy.port(), "alive.test", "Before")) {
                assertThat(before.echo("in")).isEqualTo("in");
                awaitKeepalivesTo(backend.port(), 1);
                settings(motd("First") + "[keepalive]\ntime = \"1m\"\n");
                awaitLine(proxy, "keepalive.time: \"9h\" -> \"1m\"");

                try (var after = PlainClient.join(proxy.port(), "alive.test", "After")) {
                    assertThat(after.echo("in")).isEqualTo("in");
                    Duration later = awaitKeepalive(proxy.port(), after.localPort());
                    Duration earlier = awaitKeepalive(proxy.port(), before.localPort());

                    assertThat(later).isLessThanOrEqualTo(Duration.ofMinutes(1));
                    assertThat(earlier).isGreaterThan(Duration.ofHours(8));
                    assertThat(awaitKeepalivesTo(backend.port(), 2))
                            .anyMatch(timer -> timer.compareTo(Duration.ofMinutes(1)) <= 0)
                            .anyMatch(timer -> timer.compareTo(Duration.ofHours(8)) > 0);
                }
            }
        }
    }

    /** Those of sessions that have lasted for a moment. */
    private static List<Duration> awaitKeepalivesTo(int backend, int connections) {
        return await("keepalive timers of connections to the backend run")
                .atMost(ChildProcess.PATIENCE)
                .until(() -> SocketTimers.keepalivesTo(backend), timers -> timers.size() == connections);
    }

    private static Duration awaitKeepalive(int local, int remote) {
        return await("the keepalive timer runs")
                .atMost(ChildProcess.PATIENCE)
                .until(() -> SocketTimers.keepalive(local, remote), Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void folderOfServerFiles() throws IOException {
        try (var backend = PlainBackend.start("Elsewhere")) {
            Proxy proxy = start();
            Files.createDirectory(workspace.directory().resolve("others"));
            workspace.write("others/other.toml", """
                    domains = ["%s"]
                    addresses = ["127.0.0.1:%d"]
                    """.formatted(UNKNOWN, backend.port()));

            workspace.write("infrarust.toml", file(motd("First")).replace("./servers", "./others"));
            awaitMotd("Elsewhere");
            awaitLine(proxy, "server other added from others/other.toml");

            workspace.remove("others/other.toml");
            awaitMotd("First");
        }
    }

    @Test
    void wrongFileChangesNothingAndIsNamedWithLineAndColumn() {
        Proxy proxy = start();

        settings("connect_timeout = 5\n" + motd("Second"));
        awaitLine(proxy, "infrarust.toml:3:1: connect_timeout = 5, must be a duration");
        proxy.process().type("reload");
        awaitLine(proxy, "servers: nothing has changed");
        assertThat(motd()).isEqualTo("First");

        settings(motd("Third"));
        awaitMotd("Third");
    }

    @Test
    void keysOfTheStartAreNamed() {
        Proxy proxy = start();

        settings("worker_threads = 3\n" + motd("First"));

        awaitLine(proxy, "worker_threads: 0 -> 3, takes effect at the next start");
        proxy.process().type("config worker_threads");
        awaitLine(proxy, "worker_threads = 0  (default; 3 at the next start)");
    }

    @Test
    void commandLineKeepsWinning() {
        String bind = "127.0.0.1:" + workspace.port();
        Proxy proxy = start("--bind", bind);

        workspace.write("infrarust.toml", file(motd("Second")).replace(bind, "127.0.0.1:1"));

        awaitMotd("Second");
        proxy.process().type("config bind");
        awaitLine(proxy, "bind = \"" + bind + "\"  (command line)");
        assertThat(count(proxy, "bind: ")).isZero();
    }

    @Test
    void reloadReadsEverythingAtOnceAndShowsTheDifference() {
        Proxy proxy = start();
        proxy.process().type("reload");
        awaitLine(proxy, "infrarust.toml: nothing has changed");
        awaitLine(proxy, "servers: nothing has changed");

        workspace.server("broken", "domains = []\n");
        settings(motd("Second"));
        proxy.process().type("reload");

        awaitLine(proxy, "default_motd.online.text: \"First\" -> \"Second\"");
        awaitLine(proxy, "  server file broken.toml is not valid, it is skipped");
        assertThat(motd()).isEqualTo("Second");
    }

    @Test
    void missingFileChangesNothing() {
        Proxy proxy = start();

        workspace.remove("infrarust.toml");
        awaitLine(proxy, "there is no such file");
        assertThat(motd()).isEqualTo("First");

        settings(motd("Second"));
        awaitMotd("Second");
        assertThat(count(proxy, "there is no such file")).isOne();
    }

    @Test
    void folderThatIsRemovedAndReturns() throws IOException {
        Path conf = Files.createDirectory(workspace.directory().resolve("conf"));
        Path away = workspace.directory().resolve("away");
        workspace.write("conf/infrarust.toml", file(motd("First")));
        Proxy proxy = start("--config", "conf/infrarust.toml");

        Files.move(conf, away);
        awaitLine(proxy, "there is no such file");
        assertThat(motd()).isEqualTo("First");

        Files.createDirectory(conf);
        workspace.write("conf/infrarust.toml", file(motd("Second")));
        awaitMotd("Second");
        workspace.write("conf/infrarust.toml", file(motd("Third")));
        awaitMotd("Third");
    }

    @Test
    void mountedFolderThatIsSwapped() throws IOException {
        Path conf = Files.createDirectory(workspace.directory().resolve("conf"));
        mount(conf, "..1", motd("First"));
        Files.createSymbolicLink(conf.resolve("infrarust.toml"), Path.of("..data", "infrarust.toml"));
        start("--config", "conf/infrarust.toml");

        mount(conf, "..2", motd("Second"));
        awaitMotd("Second");
        mount(conf, "..3", motd("Third"));
        awaitMotd("Third");
    }

    /** As container platforms do: a new folder beside the old, and a link that is replaced at once. */
    private void mount(Path conf, String version, String settings) throws IOException {
        Files.writeString(Files.createDirectory(conf.resolve(version)).resolve("infrarust.toml"), file(settings));
        Path fresh = Files.createSymbolicLink(conf.resolve("..data_tmp"), Path.of(version));
        Files.move(fresh, conf.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }
}
