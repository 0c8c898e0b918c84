// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The operator's console on standard input, and the lack of one. */
class ConsoleIT {
    private static final Duration WINDOW = Duration.ofSeconds(2);

    /** A quarter of one core: a loop at the end of input takes all of one, an idle proxy next to nothing. */
    private static final Duration QUIET = WINDOW.dividedBy(4);

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("behind the console");
    private final Workspace workspace;

    ConsoleIT(@TempDir Path directory) {
        workspace = Workspace.in(directory).server("survival", """
                domains = ["survival.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void helpNamesTheCommands() {
        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().type("help");

        await("all commands are named").atMost(ChildProcess.PATIENCE).untilAsserted(() -> assertThat(
                        String.join("\n", proxy.process().lines()))
                .contains(List.of("help", "status", "servers", "list", "plugins", "bundle", "stop")));
    }

    @Test
    void serversAndPlayersAreShown() {
        Proxy proxy = Proxy.start(children, workspace);

        try (var player = PlainClient.join(proxy.port(), "survival.test", "Herobrine")) {
            assertThat(player.echo("in")).isEqualTo("in");
            proxy.process().type("servers");
            proxy.process()
                    .awaitLine(
                            "the server with its address",
                            line -> line.contains("survival") && line.contains(":" + backend.port()));
            proxy.process().type("list");
            proxy.process()
                    .awaitLine(
                            "the player with the server",
                            line -> line.contains("Herobrine") && line.contains("survival"));
        }
    }

    @Test
    void unknownCommandHarmsNothing() {
        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().type("fly me to the moon");
        proxy.process().type("");
        proxy.process().type("servers");

        proxy.process().awaitLine("the next answer", line -> line.contains("survival"));
        assertThat(proxy.isListening()).isTrue();
    }

    @Test
    void stopDuringTheStartEndsTheProxyInOrder() throws IOException {
        Path input = Files.writeString(workspace.directory().resolve("input"), "stop\n");
        Run run = Run.of(
                children, Installation.shared().command(workspace.directory()).redirectInput(input.toFile()));

        assertThat(run.output()).doesNotContain("ERROR", "WARN");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void noInputFromTheStartCostsNothing() {
        ProcessBuilder command =
                Installation.shared().command(workspace.directory()).redirectInput(new File("/dev/null"));
        Proxy proxy = Proxy.start(children, command, workspace.port());

        awaitQuiet(proxy);

        assertThat(PlainClient.motd(proxy.port(), "survival.test")).isEqualTo("behind the console");
    }

    @Test
    void endOfInputLaterCostsNothing() {
        Proxy proxy = Proxy.start(children, workspace);
        proxy.process().endInput();

        awaitQuiet(proxy);

        assertThat(PlainClient.motd(proxy.port(), "survival.test")).isEqualTo("behind the console");
    }

    /** Waits for a window with little CPU time: the start may take its time, a busy loop never gets there. */
    private static void awaitQuiet(Proxy proxy) {
        var before = new AtomicReference<>(proxy.process().cpuTime());
        await("the proxy idles")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(WINDOW)
                .until(() -> {
                    Duration now = proxy.process().cpuTime();
                    return now.minus(before.getAndSet(now)).compareTo(QUIET) < 0;
                });
    }
}
