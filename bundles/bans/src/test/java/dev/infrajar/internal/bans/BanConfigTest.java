// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BanConfigTest {
    private static final Path FILE = Path.of("bans.json");

    @Test
    void purgeIntervalHasALeastValue() {
        assertThat(new BanConfig(FILE, Duration.ofSeconds(1), true).purgeInterval())
                .isEqualTo(Duration.ofSeconds(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BanConfig(FILE, Duration.ofMillis(999), true))
                .withMessage("purge_interval = 999ms, must be at least 1s");
    }
}
