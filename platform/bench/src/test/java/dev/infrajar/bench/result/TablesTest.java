// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.bench.Contender;
import org.junit.jupiter.api.Test;

class TablesTest {
    private final Results results = new Results();
    private final Tables tables = new Tables(results);

    @Test
    void showsMedianSpreadAndRatios() {
        results.add(Metric.SMALL_P50, Contender.OURS_COPY, 30);
        results.add(Metric.SMALL_P50, Contender.OURS_COPY, 36);
        results.add(Metric.SMALL_P50, Contender.HAPROXY_COPY, 60);

        assertThat(tables.figures()).isEqualTo("""
                ### Round trip of 64 bytes: p50 [µs]

                | contender    | median |  min |  max | rounds | / haproxy-copy | / haproxy-splice |
                |--------------|-------:|-----:|-----:|-------:|---------------:|-----------------:|
                | haproxy-copy |   60.0 | 60.0 | 60.0 |      1 |           1.00 |                  |
                | ours-copy    |   33.0 | 30.0 | 36.0 |      2 |           0.55 |                  |
                """);
    }

    @Test
    void comparesModesWithOurOwnRelay() {
        results.add(Metric.PACKET_CPU, Contender.OURS_COPY, 2);
        results.add(Metric.PACKET_CPU, Contender.OURS_OFFLINE, 4);

        assertThat(tables.figures())
                .contains("| / haproxy-copy | / ours-copy |")
                .contains("|        2.00 |");
        assertThat(tables.aims())
                .contains("at most 2.5 of ours-copy")
                .contains("2.00 (2.00 to 2.00)")
                .contains("met");
    }

    @Test
    void listsMissedAims() {
        results.add(Metric.NEXT_START, Contender.OURS_COPY, 1500);
        results.add(Metric.SESSIONS_RSS, Contender.OURS_COPY, 9);

        assertThat(tables.missed())
                .isEqualTo("- Start to first status answer, next start, ours-copy: 1500 ms, aim at most 1200 ms:"
                        + " missed by 25 %\n");
    }

    @Test
    void saysThatNoAimIsMissed() {
        results.add(Metric.NEXT_START, Contender.OURS_COPY, 900);

        assertThat(tables.missed()).isEqualTo("No aim that this run can judge is missed.\n");
    }
}
