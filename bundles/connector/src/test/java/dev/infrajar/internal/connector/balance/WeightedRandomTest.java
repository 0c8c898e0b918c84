// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WeightedRandomTest {
    @Test
    void picksInProportionToWeights() {
        WeightedRandom chance = new WeightedRandom(new Random(42)::nextDouble);
        List<Candidate> candidates = List.of(Candidates.of(1, 1), Candidates.of(2, 2), Candidates.of(3, 7));
        int[] picked = new int[3];

        for (int i = 0; i < 100_000; i++) {
            picked[chance.pick(candidates)]++;
        }

        // Of 100,000 with probability p the standard deviation is below 160: five of them.
        assertThat(picked[0]).isBetween(9_200, 10_800);
        assertThat(picked[1]).isBetween(19_200, 20_800);
        assertThat(picked[2]).isBetween(69_200, 70_800);
    }

    @Test
    void extremesOfChanceStayWithinTheCandidates() {
        assertThat(new WeightedRandom(() -> 0).pick(1, 1, 1)).isZero();
        assertThat(new WeightedRandom(() -> Math.nextDown(1.0)).pick(0.1, 0.2, 0.3))
                .isEqualTo(2);
        assertThat(new WeightedRandom(() -> 0.5).pick(3)).isZero();
    }
}
