// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitConfigTest {
    @Test
    void hasARateForLoginsAndOneForPings() {
        RateLimitConfig config = new RateLimitConfig(3, Duration.ofSeconds(10), 300, Duration.ofSeconds(20));

        assertThat(config.logins()).isEqualTo(new Rate(3, Duration.ofSeconds(10)));
        assertThat(config.pings()).isEqualTo(new Rate(300, Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, PT10S, 300, PT10S, max_connections = -1",
        "3, PT0S, 300, PT10S, window = 0s",
        "0, PT0S, 300, PT10S, window = 0s",
        "3, PT8784H, 300, PT10S, window = 366d",
        "3, PT10S, -5, PT10S, status_max = -5",
        "3, PT10S, 300, PT0S, status_window = 0s"
    })
    void refusesWhatMakesNoSense(int max, Duration window, int statusMax, Duration statusWindow, String message) {
        assertThatThrownBy(() -> new RateLimitConfig(max, window, statusMax, statusWindow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("must be");
    }

    @Test
    void refusesNegativeCeiling() {
        assertThatThrownBy(() -> new GuardConfig(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max_connections_per_address = -1");
    }
}
