// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServerProcessTest {
    private final Path folder;

    ServerProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void saysWhyAProcessEndedBeforeItsPortWasBound() throws IOException {
        try (ServerProcess process = shell("echo no such option >&2; exit 3")) {
            assertThatThrownBy(() -> process.awaitPort(new Ports(23_700).next()))
                    .hasMessageContaining("code 3")
                    .hasMessageContaining("no such option");
        }
    }

    @Test
    void passesTheEnvironmentOn() throws IOException {
        try (ServerProcess process = shell("echo home is $BENCH_HOME")) {
            assertThat(process.hasEndedWithin(Duration.ofSeconds(20))).isTrue();
            assertThat(process.lastLines()).isEqualTo("home is somewhere");
        }
    }

    @Test
    void endsAProcessThatRuns() throws IOException {
        ServerProcess process = shell("exec sleep 100");
        assertThat(process.gauge().residentBytes()).isPositive();

        process.close();

        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotWantToEnd() throws IOException {
        ServerProcess process = shell("trap '' TERM; echo deaf; while true; do sleep 0.1; done");
        while (!process.lastLines().equals("deaf")) {
            assertThat(process.hasEndedWithin(Duration.ofMillis(1))).isFalse();
        }

        process.close();

        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    private ServerProcess shell(String script) throws IOException {
        return ServerProcess.start(new ServerProcess.Spec(
                List.of("/bin/sh", "-c", script),
                folder,
                folder,
                Map.of("BENCH_HOME", "somewhere"),
                Duration.ofMillis(300)));
    }
}
