// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Summary.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Summary(2, 1, 9, 3));
    }

    @Test
    void takesTheMeanOfBothMiddlesOfAnEvenNumber() {
        assertThat(Summary.of(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(new Summary(3, 1, 100, 4));
    }

    @Test
    void takesASingleValue() {
        assertThat(Summary.of(List.of(5.0))).isEqualTo(new Summary(5, 5, 5, 1));
    }

    @Test
    void refusesNoValues() {
        assertThatThrownBy(() -> Summary.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
