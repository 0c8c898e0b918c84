// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StatusCacheConfigTest {
    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new StatusCacheConfig(Duration.ofSeconds(-1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ttl = PT-1S, must be 0s to 365d");
        assertThatThrownBy(() -> new StatusCacheConfig(Duration.ofDays(366), 0))
                .hasMessage("ttl = PT8784H, must be 0s to 365d");
        assertThatThrownBy(() -> new StatusCacheConfig(Duration.ZERO, -1))
                .hasMessage("max_entries = -1, must be 0 to 1000000");
        assertThatThrownBy(() -> new StatusCacheConfig(Duration.ZERO, 1_000_001))
                .hasMessage("max_entries = 1000001, must be 0 to 1000000");
    }
}
