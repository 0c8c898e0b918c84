// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NanoHistogramTest {
    private static final double ERROR = 1.0 / 16;

    private final NanoHistogram histogram = new NanoHistogram();

    @Test
    void knowsNothingAtFirst() {
        assertThat(histogram.count()).isZero();
        assertThat(histogram.atMost(0.5)).isZero();
    }

    @Test
    void tellsEachDurationWithinAStep() {
        SplittableRandom random = new SplittableRandom(1);
        LongStream.concat(LongStream.range(0, 5_000), random.longs(5_000, 0, 1L << 40))
                .forEach(nanos -> {
                    NanoHistogram alone = new NanoHistogram();
                    alone.record(nanos);

                    assertThat(alone.atMost(1)).isBetween(nanos, nanos + (long) (nanos * ERROR));
                });
    }

    @Test
    void findsTheMiddleAndTheTail() {
        LongStream.rangeClosed(1, 98).forEach(nanos -> histogram.record(100));
        histogram.record(5_000_000);
        histogram.record(5_000_000);

        assertThat(histogram.count()).isEqualTo(100);
        assertThat(histogram.atMost(0.5)).isBetween(100L, 106L);
        assertThat(histogram.atMost(0.99)).isBetween(5_000_000L, 5_320_000L);
    }

    @Test
    void keepsWhatIsOutOfRangeAtItsEnds() {
        histogram.record(-5);
        histogram.record(Long.MAX_VALUE);

        assertThat(histogram.atMost(0.5)).isZero();
        assertThat(histogram.atMost(1)).isEqualTo((1L << 40) - 1);
    }
}
