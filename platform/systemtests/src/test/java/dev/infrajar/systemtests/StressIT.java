// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.Chatter;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Vitals;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The stress tool of the zip against the proxy of the zip, with players on it who must not notice. Nothing else runs beside it. */
@Isolated
class StressIT {
    private static final String HOST = "stress.test";
    private static final int PLAYERS = 100;

    /** What a login is answered with: a packet that turns compression on, which neither end here acts on. */
    private static final byte[] GREETING = new Bytes().varInt(3).varInt(256).frame();

    /** Ten seconds of load, the 15 s that its last connections have, and a JVM to start. */
    private static final Duration RUN = Duration.ofSeconds(90);

    /** Several times what was seen; what grows with each connection is beyond it soon. */
    private static final long MOST_RESIDENT_BYTES = 600L * 1024 * 1024;

    /** Compiler threads and carriers of virtual threads come and go. */
    private static final int THREADS_MORE = 24;

    private static final Duration SAMPLE = Duration.ofSeconds(2);
    private static final double QUIET_SHARE = 0.2;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.startGreeting("under load", GREETING);
    private final Workspace workspace;

    StressIT(@TempDir Path directory) {
        workspace = Workspace.in(directory, """

                [rate_limit]
                max_connections = 0
                status_max = 0
                """).server("stress", """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(HOST, backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void playersNoticeNothingOfStormsAndTheProxyIsQuietAfterwards() throws Exception {
        Proxy proxy = Proxy.start(children, workspace);
        ProcessHandle process = proxy.process().handle();
        try (Chatter players = Chatter.join(proxy.port(), HOST, GREETING.length, PLAYERS)) {
            players.exchange();
            // First: answering the first such question, a JVM opens a socket for good.
            int virtualThreads = Vitals.virtualThreads(process);
            Vitals before = Vitals.of(process);
            players.start();

            storm(proxy, "flood", "--kind", "login", "--rate", "100");
            storm(proxy, "flood", "--kind", "status", "--rate", "200");
            storm(proxy, "malformed", "--rate", "50");
            storm(proxy, "mixed", "--rate", "100");

            players.pause();
            players.exchange();
            assertThat(players.rounds()).isGreaterThan(10);
            awaitGone(process, before, virtualThreads);
            awaitQuiet(proxy);
            players.exchange();
        }
    }

    @Test
    void tellsWhenNobodyAnswers() {
        ChildProcess stress = stress("flood", "--target", "127.0.0.1:" + workspace.port(), "--seconds", "1");

        assertThat(stress.awaitExit(RUN)).isEqualTo(2);
        assertThat(stress.lines()).anyMatch(line -> line.contains("Connection refused"));
    }

    @Test
    void refusesOtherMachinesUnlessToldOtherwise() {
        ChildProcess stress = stress("flood", "--target", "192.0.2.1:25565");

        assertThat(stress.awaitExit(RUN)).isEqualTo(1);
        assertThat(stress.lines()).anyMatch(line -> line.contains("--allow-remote"));
    }

    @Test
    void printsItsSummaryWhenItIsInterrupted() {
        Proxy proxy = Proxy.start(children, workspace);
        ChildProcess stress = stress("flood", "--target", "127.0.0.1:" + proxy.port(), "--rate", "20");
        stress.awaitLine("a live line", line -> line.contains("connects/s"));

        // SIGTERM: some shells make their children ignore SIGINT, and the JVM treats both alike.
        stress.handle().destroy();

        stress.awaitLine("the summary", line -> line.matches("status +answered +\\d+ .*"));
    }

    /** A run of the tool in which everything ends as it should. */
    private void storm(Proxy proxy, String... arguments) {
        ChildProcess stress = stress(Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--target", "127.0.0.1:" + proxy.port(), "--host", HOST, "--seconds", "10"))
                .toArray(String[]::new));

        assertThat(stress.awaitExit(RUN)).as(String.join("\n", stress.lines())).isZero();
        assertThat(stress.lines())
                .as("the summary, without what a healthy target does not do")
                .anyMatch(line -> line.contains("connections in"))
                .noneMatch(line -> line.contains("  ! ") || line.contains("refused with a text"));
    }

    private ChildProcess stress(String... arguments) {
        return children.start("stress", Installation.shared().stress(workspace.directory(), arguments));
    }

    private static void awaitGone(ProcessHandle process, Vitals before, int virtualThreads) {
        await("sockets, threads and memory of the storms are gone")
                .atMost(ChildProcess.PATIENCE)
                .untilAsserted(() -> {
                    Vitals now = Vitals.of(process);
                    assertThat(now.sockets()).isLessThanOrEqualTo(before.sockets());
                    assertThat(now.threads()).isLessThan(before.threads() + THREADS_MORE);
                    assertThat(now.peakResidentBytes()).isLessThan(MOST_RESIDENT_BYTES);
                });
        await("the virtual threads of the storms have ended")
                .pollInterval(SAMPLE)
                .atMost(RUN)
                .until(() -> Vitals.virtualThreads(process) <= virtualThreads);
    }

    private static void awaitQuiet(Proxy proxy) {
        await("the process is quiet")
                .pollDelay(Duration.ZERO)
                .pollInterval(SAMPLE)
                .atMost(RUN)
                .until(new Quiet(proxy.process()));
    }

    /** Whether little CPU time has been used since the question before; at first it has. */
    private static final class Quiet implements Callable<Boolean> {
        private final ChildProcess process;
        private Duration used = Duration.ofSeconds(-RUN.toSeconds());
        private long atNanos = System.nanoTime();

        Quiet(ChildProcess process) {
            this.process = process;
        }

        @Override
        public Boolean call() {
            Duration now = process.cpuTime();
            long nowNanos = System.nanoTime();
            boolean isQuiet = now.minus(used).toNanos() < QUIET_SHARE * (nowNanos - atNanos);
            used = now;
            atNanos = nowNanos;
            return isQuiet;
        }
    }
}
