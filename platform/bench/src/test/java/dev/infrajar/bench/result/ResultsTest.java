// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.bench.Contender;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results();

    @Test
    void comparesMedians() {
        add(Contender.OURS_SPLICE, 0.2, 0.3, 9);
        add(Contender.HAPROXY_SPLICE, 0.6, 0.6, 0.1);

        assertThat(results.ratio(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, Contender.HAPROXY_SPLICE))
                .hasValue(0.5);
    }

    @Test
    void comparesNothingWithoutBoth() {
        add(Contender.OURS_SPLICE, 0.2);

        assertThat(results.ratio(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, Contender.HAPROXY_SPLICE))
                .isEmpty();
        assertThat(results.ratio(Metric.CLIENTBOUND_CPU, Contender.HAPROXY_SPLICE, Contender.OURS_SPLICE))
                .isEmpty();
    }

    @Test
    void comparesNothingWithZero() {
        add(Contender.OURS_SPLICE, 0.2);
        add(Contender.HAPROXY_SPLICE, 0);

        assertThat(results.ratio(Metric.CLIENTBOUND_CPU, Contender.OURS_SPLICE, Contender.HAPROXY_SPLICE))
                .isEmpty();
    }

    @Test
    void listsContendersInTheirUsualOrder() {
        add(Contender.OURS_COPY, 1);
        add(Contender.DIRECT, 1);

        assertThat(results.contenders(Metric.CLIENTBOUND_CPU)).containsExactly(Contender.DIRECT, Contender.OURS_COPY);
    }

    @Test
    void keepsRepeatedNotesOnce() {
        results.note("a");
        results.note("b");
        results.note("a");

        assertThat(results.notes()).containsExactly("a", "b");
    }

    private void add(Contender contender, double... values) {
        for (double value : values) {
            results.add(Metric.CLIENTBOUND_CPU, contender, value);
        }
    }
}
