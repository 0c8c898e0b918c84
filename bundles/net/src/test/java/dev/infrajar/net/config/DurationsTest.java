// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "5s, PT5S",
        "10m, PT10M",
        "2h30m, PT2H30M",
        "2h 30min, PT2H30M",
        "1d, PT24H",
        "1day 12hours, PT36H",
        "2w, PT336H",
        "1week, PT168H",
        "1M, PT730H33M36S",
        "1y, PT8766H",
        "2years, PT17532H",
        "3us, PT0.000003S",
        "7nsec, PT0.000000007S",
        "0s, PT0S",
        "' 15 secs ', PT15S",
    })
    void addsUpNumbersWithUnits(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "5", "s", "-5s", "5.5s", "5s!", "5x", "1d2", "5 S", "PT5S", "５s", "1234567890123456789s"
            })
    void refusesWhatIsNotADuration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageStartingWith("must be a duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"300y", "999999999999999999y", "999999999999999999s", "292y 292y"})
    void refusesWhatALongOfNanosecondsCannotHold(String text) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, 500ms",
        "90s, 1m30s",
        "2h30m, 2h30m",
        "25h, 1d1h",
        "1w, 7d",
        "3us, 3us",
        "1s1ns, 1s1ns",
        "0ms, 0s",
    })
    void writesTheFormThatIsRead(String text, String written) {
        assertThat(Durations.text(Durations.parse(text))).isEqualTo(written);
        assertThat(Durations.parse(written)).isEqualTo(Durations.parse(text));
    }
}
