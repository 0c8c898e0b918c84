// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransportConfigTest {
    @Test
    void zeroWorkerThreadsMeanOneForEachCore() {
        assertThat(new TransportConfig(0).loops(7)).isEqualTo(7);
        assertThat(new TransportConfig(3).loops(7)).isEqualTo(3);
    }

    @Test
    void refusesNegativeWorkerThreads() {
        assertThatThrownBy(() -> new TransportConfig(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("worker_threads = -1, must be 0 to 1024");
    }

    @ParameterizedTest
    @CsvSource({
        "999, 10000, 3, 'time = 999ms, must be 1s to 32767s'",
        "32768000, 10000, 3, 'time = 32768000ms, must be 1s to 32767s'",
        "30000, 0, 3, 'interval = 0ms, must be 1s to 32767s'",
        "30000, 10000, 0, 'retries = 0, must be 1 to 127'",
        "30000, 10000, 128, 'retries = 128, must be 1 to 127'"
    })
    void refusesKeepaliveThatTheKernelWouldRefuse(long timeMillis, long intervalMillis, int retries, String message) {
        Duration time = Duration.ofMillis(timeMillis);
        Duration interval = Duration.ofMillis(intervalMillis);
        assertThatThrownBy(() -> new KeepaliveConfig(time, interval, retries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
