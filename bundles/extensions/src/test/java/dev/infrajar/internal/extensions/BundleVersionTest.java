// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleVersionTest {
    @Test
    void ordersByNumbersThenQualifier() {
        assertThat(new String[] {"1", "1.0.1", "1.2", "1.10", "1.10.0.a", "1.10.0.b", "2"})
                .extracting(BundleVersion::parse)
                .isSorted();
    }

    @Test
    void fillsUpWithZeros() {
        assertThat(BundleVersion.parse("1"))
                .isEqualTo(BundleVersion.parse("1.0.0"))
                .hasToString("1.0.0");
        assertThat(BundleVersion.parse("1.2.3.SNAPSHOT-7")).hasToString("1.2.3.SNAPSHOT-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.", "1.2.3.4.5", "-1", "1.2-SNAPSHOT", "99999999999"})
    void refusesWhatIsNotAVersion(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BundleVersion.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,2.0) | 1.0   | true",
                "[1.0,2.0) | 1.9.9 | true",
                "[1.0,2.0) | 2.0   | false",
                "(1.0,2.0] | 1.0   | false",
                "(1.0,2.0] | 2.0   | true",
                "1.5       | 1.4   | false",
                "1.5       | 9     | true",
                "0         | 0     | true",
            })
    void intervalsIncludeWhatTheySay(String interval, String version, boolean included) {
        assertThat(VersionInterval.parse(interval).includes(BundleVersion.parse(version)))
                .isEqualTo(included);
    }
}
