// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BandsTest {
    private static final Bands<String> BANDS = Bands.from(4, "a").since(47, "b").since(764, "c");

    @Test
    void aValueHoldsUpToTheNextOne() {
        assertThat(BANDS.at(3)).isEmpty();
        assertThat(BANDS.at(4)).contains("a");
        assertThat(BANDS.at(46)).contains("a");
        assertThat(BANDS.at(47)).contains("b");
        assertThat(BANDS.at(Integer.MAX_VALUE)).contains("c");
    }

    @Test
    void refusesBandsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BANDS.since(764, "d"))
                .withMessage("764 does not follow 764");
    }

    @Test
    void doesNotChangeWhatItGrewFrom() {
        BANDS.since(800, "d");

        assertThat(BANDS.byFirst()).hasSize(3);
    }
}
