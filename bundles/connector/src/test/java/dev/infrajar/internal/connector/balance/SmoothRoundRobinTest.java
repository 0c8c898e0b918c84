// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SmoothRoundRobinTest {
    private final SmoothRoundRobin turns = new SmoothRoundRobin();

    private List<Integer> next(int count, List<Candidate> candidates) {
        return IntStream.range(0, count).mapToObj(_ -> turns.pick(candidates)).toList();
    }

    @Test
    void takesTurns() {
        List<Candidate> three = List.of(Candidates.of(1, 1), Candidates.of(2, 1), Candidates.of(3, 1));

        assertThat(next(6, three)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void spreadsTheTurnsOfHeavyOnesEvenly() {
        List<Candidate> three = List.of(Candidates.of(1, 5), Candidates.of(2, 1), Candidates.of(3, 1));

        assertThat(next(7, three)).containsExactly(0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void goesOnWithTheOthersWhenOneIsAway() {
        Candidate first = Candidates.of(1, 1);
        Candidate second = Candidates.of(2, 1);
        next(1, List.of(first, second));

        assertThat(next(3, List.of(first))).containsOnly(0);
        assertThat(next(2, List.of(first, second))).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void heedsWeightThatChanges() {
        next(10, List.of(Candidates.of(1, 1), Candidates.of(2, 1)));

        List<Integer> after = next(40, List.of(Candidates.of(1, 3), Candidates.of(2, 1)));

        assertThat(after.stream().filter(index -> index == 0).count()).isBetween(29L, 31L);
    }

    @Test
    void forgetsCandidatesThatAreGone() {
        for (int port = 1; port < 10_000; port++) {
            next(1, List.of(Candidates.of(port, 1)));
        }

        assertThat(next(2, List.of(Candidates.of(1, 1), Candidates.of(2, 1)))).containsExactly(0, 1);
    }
}
