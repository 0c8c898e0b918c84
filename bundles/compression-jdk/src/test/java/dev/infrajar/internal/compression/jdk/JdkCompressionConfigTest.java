// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkCompressionConfigTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 10})
    void refusesLevelsOutsideTheScale(int level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdkCompressionConfig(level))
                .withMessageContaining("level = " + level);
    }
}
