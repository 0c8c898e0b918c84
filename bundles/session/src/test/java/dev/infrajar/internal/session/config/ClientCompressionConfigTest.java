// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ClientCompressionConfigTest {
    @Test
    void takesEveryThresholdThatFitsIntoAFrame() {
        assertThat(new ClientCompressionConfig(-1).clientThreshold()).isEqualTo(-1);
        assertThat(new ClientCompressionConfig(2_097_151).clientThreshold()).isEqualTo(2_097_151);
    }

    @Test
    void refusesOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientCompressionConfig(-2))
                .withMessage("client_threshold = -2, must be -1 to 2097151");
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientCompressionConfig(2_097_152));
    }
}
