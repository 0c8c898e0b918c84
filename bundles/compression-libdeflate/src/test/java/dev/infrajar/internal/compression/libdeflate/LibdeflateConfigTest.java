// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibdeflateConfigTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 13})
    void refusesLevelsOutsideTheScale(int level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LibdeflateConfig(level))
                .withMessageContaining("level = " + level);
    }
}
