// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeastConnectionsTest {
    private final Strategy strategy = new LeastConnections(new SmoothRoundRobin());

    @Test
    void picksTheOneWithFewestSessions() {
        assertThat(strategy.pick(List.of(Candidates.of(1, 1, 4), Candidates.of(2, 1, 2), Candidates.of(3, 1, 3))))
                .isEqualTo(1);
    }

    @Test
    void countsSessionsByWeight() {
        assertThat(strategy.pick(List.of(Candidates.of(1, 4, 5), Candidates.of(2, 1, 1))))
                .isZero();
        assertThat(strategy.pick(List.of(Candidates.of(1, 4, 8), Candidates.of(2, 1, 1))))
                .isEqualTo(1);
    }

    @Test
    void emptyOnesTakeTurns() {
        List<Candidate> equal = List.of(Candidates.of(1, 1), Candidates.of(2, 1), Candidates.of(3, 1, 1));

        assertThat(IntStream.range(0, 4).map(_ -> strategy.pick(equal))).containsExactly(0, 1, 0, 1);
    }
}
