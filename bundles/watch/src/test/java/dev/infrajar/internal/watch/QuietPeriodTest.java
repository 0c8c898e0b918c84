// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietPeriodTest {
    // Near the overflow of nanoTime(), which is allowed to happen.
    private static final long START = Long.valueOf(Long.MAX_VALUE) - 50;

    private final QuietPeriod quiet = new QuietPeriod(Duration.ofNanos(200));

    @Test
    void neverEndsWithoutAChange() {
        assertThat(quiet.remainingNanos(START)).isEqualTo(Long.MAX_VALUE);
        assertThat(quiet.takeEnd(START)).isFalse();
    }

    @Test
    void endsAfterItsLength() {
        quiet.begin(START);
        assertThat(quiet.remainingNanos(START + 150)).isEqualTo(50);
        assertThat(quiet.takeEnd(START + 199)).isFalse();
        assertThat(quiet.takeEnd(START + 200)).isTrue();
    }

    @Test
    void beginsAnewWithEachChange() {
        quiet.begin(START);
        quiet.begin(START + 150);
        assertThat(quiet.takeEnd(START + 349)).isFalse();
        assertThat(quiet.takeEnd(START + 350)).isTrue();
    }

    @Test
    void endsOnce() {
        quiet.begin(START);
        assertThat(quiet.takeEnd(START + 500)).isTrue();
        assertThat(quiet.takeEnd(START + 500)).isFalse();
        assertThat(quiet.remainingNanos(START + 500)).isEqualTo(Long.MAX_VALUE);
    }
}
