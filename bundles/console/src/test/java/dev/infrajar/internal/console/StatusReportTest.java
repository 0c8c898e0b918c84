// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {
    private static final long MIB = 1 << 20;

    @Test
    void showsTheProcessAtAGlance() {
        MemoryUse memory = new MemoryUse(32 * MIB, 512 * MIB, MIB / 2, OptionalLong.of(128 * MIB));

        assertThat(report(Duration.ofSeconds(3725), OptionalInt.of(7), Optional.of("epoll"), memory, List.of())
                        .lines())
                .containsExactly(
                        "Infrajar 0.1.0, up 1h 2m 5s",
                        "sessions   7",
                        "transport  epoll",
                        "memory     heap 32.0 MiB of 512.0 MiB, direct 0.5 MiB, RSS 128.0 MiB",
                        "bundles    3 of 3 active");
    }

    @Test
    void saysWhatIsMissing() {
        MemoryUse memory = new MemoryUse(MIB, -1, 0, OptionalLong.empty());

        assertThat(report(Duration.ZERO, OptionalInt.empty(), Optional.empty(), memory, List.of("dev.infrajar.session"))
                        .lines())
                .containsExactly(
                        "Infrajar 0.1.0, up 0s",
                        "sessions   none: the session bundle is not active",
                        "transport  none: the transport bundle is not active",
                        "memory     heap 1.0 MiB, direct 0.0 MiB",
                        "bundles    2 of 3 active; not active: dev.infrajar.session");
    }

    @Test
    void saysThatTheProxyIsDrained() {
        MemoryUse memory = new MemoryUse(MIB, -1, 0, OptionalLong.empty());

        assertThat(new StatusReport(
                                "0.1.0",
                                Duration.ZERO,
                                OptionalInt.of(2),
                                true,
                                Optional.of("NIO"),
                                memory,
                                3,
                                List.of(),
                                List.of())
                        .lines())
                .contains("sessions   2; the proxy is drained: no new logins");
    }

    @Test
    void showsWhatOtherBundlesHaveToSay() {
        MemoryUse memory = new MemoryUse(MIB, -1, 0, OptionalLong.empty());
        StatusReport report = new StatusReport(
                "0.1.0",
                Duration.ZERO,
                OptionalInt.of(2),
                false,
                Optional.of("NIO"),
                memory,
                3,
                List.of(),
                List.of(new StatusReport.Row("encryption", "jdk")));

        assertThat(report.lines()).contains("sessions    2", "encryption  jdk");
    }

    @Test
    void readsTheMemoryOfThisProcess() {
        MemoryUse memory = MemoryUse.now();

        assertThat(memory.heapUsed()).isPositive();
        assertThat(memory.direct()).isNotNegative();
    }

    @Test
    void readsTheResidentSetInKibibytes(@TempDir Path folder) throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "VmPeak:\t  99 kB\nVmRSS:\t    2048 kB\n");

        assertThat(MemoryUse.residentBytes(status)).hasValue(2 * MIB);
    }

    private static StatusReport report(
            Duration uptime,
            OptionalInt sessions,
            Optional<String> transport,
            MemoryUse memory,
            List<String> notActive) {
        return new StatusReport("0.1.0", uptime, sessions, false, transport, memory, 3, notActive, List.of());
    }
}
