// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Signals;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of the proxy: no new players, the old ones may stay for a while. */
class ShutdownIT {
    /** The 30 s that sessions may go on, and what stopping itself takes on a busy machine. */
    private static final Duration DRAINED = Duration.ofSeconds(60);

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("until the end");
    private final Workspace workspace;

    ShutdownIT(@TempDir Path directory) {
        workspace = Workspace.in(directory).server("last", """
                domains = ["last.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void signalClosesThePortAndLetsTheSessionGoOn(String signal) {
        assumeFalse(
                signal.equals("INT") && Signals.isInterruptIgnored(),
                "SIGINT is ignored by this shell's background jobs and so by all that they start");
        Proxy proxy = Proxy.start(children, workspace);

        try (var player = join(proxy)) {
            assertThat(player.echo("before")).isEqualTo("before");
            Signals.send(signal, proxy.process().handle());
            awaitClosedPort(proxy);

            assertThat(player.echo("after")).isEqualTo("after");
            assertThat(proxy.process().handle().isAlive()).isTrue();
        }
        assertThat(proxy.process().awaitExit(DRAINED)).isZero();
    }

    @Test
    void sessionThatOutstaysTheLimitIsEnded() {
        Proxy proxy = Proxy.start(children, workspace);

        try (var player = join(proxy)) {
            assertThat(player.echo("before")).isEqualTo("before");
            Signals.send("TERM", proxy.process().handle());

            assertThat(proxy.process().awaitExit(DRAINED)).isZero();
            player.awaitClosed();
        }
    }

    @Test
    void stopOnTheConsoleEndsIt() {
        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().type("stop");

        assertThat(proxy.process().awaitExit(DRAINED)).isZero();
        assertThat(proxy.isListening()).isFalse();
    }

    @Test
    void signalWithoutSessionsEndsIt() {
        Proxy proxy = Proxy.start(children, workspace);

        Signals.send("TERM", proxy.process().handle());

        assertThat(proxy.process().awaitExit(DRAINED)).isZero();
    }

    private static PlainClient join(Proxy proxy) {
        return PlainClient.join(proxy.port(), "last.test", "Last");
    }

    private static void awaitClosedPort(Proxy proxy) {
        await("the port is closed").atMost(ChildProcess.PATIENCE).until(() -> !proxy.isListening());
    }
}
