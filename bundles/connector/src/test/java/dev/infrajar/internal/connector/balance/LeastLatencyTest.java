// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeastLatencyTest {
    private final Strategy strategy = new LeastLatency(new SmoothRoundRobin());

    @Test
    void picksTheFastest() {
        assertThat(strategy.pick(List.of(Candidates.measured(1, 1, 5e6), Candidates.measured(2, 1, 2e6))))
                .isEqualTo(1);
    }

    @Test
    void slowerOneWithMoreWeightCanBeWorthMore() {
        assertThat(strategy.pick(List.of(Candidates.measured(1, 4, 5e6), Candidates.measured(2, 1, 2e6))))
                .isZero();
    }

    @Test
    void measuresThoseFirstThatNobodyHasMeasured() {
        assertThat(strategy.pick(List.of(Candidates.measured(1, 1, 1), Candidates.of(2, 1, 3), Candidates.of(3, 1, 2))))
                .isEqualTo(2);
    }

    @Test
    void equallyFastOnesTakeTurns() {
        List<Candidate> equal = List.of(Candidates.measured(1, 1, 2e6), Candidates.measured(2, 1, 2e6));

        assertThat(IntStream.range(0, 4).map(_ -> strategy.pick(equal))).containsExactly(0, 1, 0, 1);
    }
}
