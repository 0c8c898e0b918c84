// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginConfigTest {
    @Test
    void takesFromSecondToAnHour() {
        assertThat(new LoginConfig(Duration.ofSeconds(1)).loginTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new LoginConfig(Duration.ofHours(1)).loginTimeout()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoginConfig(Duration.ofMillis(999)))
                .withMessage("login_timeout = 999ms, must be 1s to 1h");
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginConfig(Duration.ofHours(2)));
    }
}
