// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ConnectorConfigTest {
    @Test
    void refusesTimeoutThatLeavesNoTime() {
        assertThatThrownBy(() -> new ConnectorConfig(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connect_timeout = 0ms, must be at least 1ms");
    }
}
