// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanTermsTest {
    private static BanTerms parse(String words) {
        return BanTerms.parse(words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', , ",
        "7d, P7D, ",
        "2h30m, PT2H30M, ",
        "7d griefing the spawn, P7D, griefing the spawn",
        "permanent, , ",
        "PERM cheating, , cheating",
        "griefing 7d, , griefing 7d",
        "7 days, , 7 days",
        "permanently annoying, , permanently annoying",
    })
    void readsDurationAndReason(String words, Duration duration, String reason) {
        assertThat(parse(words)).isEqualTo(new BanTerms(Optional.ofNullable(duration), Optional.ofNullable(reason)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "0s griefing"})
    void refusesNoTimeAtAll(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(words))
                .withMessage("A ban must last longer than that");
    }

    @Test
    void refusesLengthsThatAreNotMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("300y"))
                .withMessage("A ban must be shorter than 292 years, or permanent");
    }

    @Test
    void boundsTheReason() {
        assertThat(parse("x".repeat(256)).reason()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("x".repeat(257)))
                .withMessage("A reason has at most 256 characters");
    }
}
