// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final List<String> ALL = List.of("a", "b", "c");

    @Test
    void beginsEachRoundOneFurther() {
        assertThat(Rounds.order(ALL, 0)).containsExactly("a", "b", "c");
        assertThat(Rounds.order(ALL, 2)).containsExactly("c", "a", "b");
        assertThat(Rounds.order(ALL, 6)).containsExactly("a", "b", "c");
    }

    @Test
    void runsEverySecondRoundBackwards() {
        assertThat(Rounds.order(ALL, 1)).containsExactly("a", "c", "b");
    }

    @Test
    void copesWithNobody() {
        assertThat(Rounds.order(List.of(), 4)).isEmpty();
    }
}
