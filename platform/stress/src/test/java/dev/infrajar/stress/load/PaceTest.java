// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLI = 1_000_000;

    /** Clock readings have no origin: these go through 0. */
    private static final long START = -20 * MILLI;

    private static long taken(Pace pace, long nowNanos) {
        return LongStream.range(0, 1000).takeWhile(_ -> pace.take(nowNanos)).count();
    }

    @Test
    void withoutRateAllAreAllowed() {
        assertThat(taken(new Pace(OptionalInt.empty(), START), START)).isEqualTo(1000);
    }

    @Test
    void allowsOneAtOnceThenOneForEachInterval() {
        Pace pace = new Pace(OptionalInt.of(100), START);

        assertThat(taken(pace, START)).isEqualTo(1);
        assertThat(taken(pace, START + 9 * MILLI)).isZero();
        assertThat(taken(pace, START + 10 * MILLI)).isEqualTo(1);
        assertThat(taken(pace, START + 50 * MILLI)).isEqualTo(4);
    }

    @Test
    void makesUpForATenthOfASecondAtMost() {
        Pace pace = new Pace(OptionalInt.of(100), START);

        assertThat(taken(pace, START + 5000 * MILLI)).isEqualTo(11);
    }

    @Test
    void pausesAfterAFailedConnect() {
        Pace pace = new Pace(OptionalInt.empty(), START);

        pace.pause(START);

        assertThat(taken(pace, START + Pace.PAUSE_NANOS - 1)).isZero();
        assertThat(pace.take(START + Pace.PAUSE_NANOS)).isTrue();
    }
}
