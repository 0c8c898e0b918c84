// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.bench.result.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void namesTheMeasureThatDoesNotExist() {
        assertThatThrownBy(() -> plan(List.of("rtt", "speed")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"speed\"");
    }

    @Test
    void refusesNothingToDo() {
        assertThatThrownBy(() -> new Plan.Sizes(0, 1, 1, 1, 1)).hasMessage("rounds = 0, must be at least 1");
        assertThatThrownBy(() -> new Plan.Sizes(1, 1, 1, -5, 1)).hasMessage("sessions = -5, must be at least 1");
    }

    @Test
    void knowsTheMeasuresOfAllMetrics() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::measure)).allMatch(Plan.MEASURES::contains);
    }

    @Test
    void hasOneNameForAllThatIsAboutModes() {
        assertThat(plan(List.of("rtt", "modes")).measures())
                .startsWith("rtt", "mode-stream")
                .hasSize(1 + Plan.MEASURES.size() - Plan.RELAYS.size());
    }

    @Test
    void findsContendersByLabel() {
        assertThat(Contender.of("ours-splice")).isEqualTo(Contender.OURS_SPLICE);
        assertThatThrownBy(() -> Contender.of("nginx")).hasMessageContaining("\"nginx\"");
    }

    private static Plan plan(List<String> measures) {
        return new Plan(measures, List.of(), Plan.Sizes.QUICK, Optional.empty(), 21_000, Duration.ofSeconds(1));
    }
}
