// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InflateBudgetTest {
    private static final long START = Long.MAX_VALUE - 5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private static InflateBudget budget(int maxPacket, long perSecond, int windowSeconds) {
        return new InflateBudget(
                new PacketLimits.ForDirection(maxPacket, perSecond, Duration.ofSeconds(windowSeconds), 1), START);
    }

    @Test
    void letsABurstOfAWholeWindowThrough() {
        InflateBudget budget = budget(100, 10, 30);

        assertThat(budget.take(100, START)).isTrue();
        assertThat(budget.take(100, START)).isTrue();
        assertThat(budget.take(100, START)).isTrue();
        assertThat(budget.take(1, START)).isFalse();
    }

    @Test
    void fillsWithTimeUpToTheWindow() {
        InflateBudget budget = budget(100, 10, 30);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(100, START)).isTrue();
        }

        assertThat(budget.take(10, START + SECOND)).isTrue();
        assertThat(budget.take(100, START + 3600 * SECOND)).isTrue();
        assertThat(budget.take(100, START + 3600 * SECOND)).isTrue();
        assertThat(budget.take(100, START + 3600 * SECOND)).isTrue();
        assertThat(budget.take(1, START + 3600 * SECOND)).isFalse();
    }

    @Test
    void keepsTheRateThroughManySmallPackets() {
        InflateBudget atTheRate = budget(1, 1000, 1);
        for (long packet = 0; packet < 20_000; packet++) {
            assertThat(atTheRate.take(1, START + packet * SECOND / 1000)).isTrue();
        }

        InflateBudget aboveTheRate = budget(1, 1000, 1);
        int allowed = 0;
        while (aboveTheRate.take(1, START + allowed * SECOND / 2000)) {
            allowed++;
        }
        assertThat(allowed).isBetween(1990, 2010);
    }

    @Test
    void refusesPacketsBeyondTheirOwnLimit() {
        InflateBudget budget = budget(100, 0, 30);

        assertThat(budget.take(101, START)).isFalse();
        assertThat(budget.take(-1, START)).isFalse();
        assertThat(budget.take(100, START)).isTrue();
    }

    @Test
    void countsNothingWithoutARate() {
        InflateBudget budget = budget(100, 0, 30);
        for (int i = 0; i < 1000; i++) {
            assertThat(budget.take(100, START)).isTrue();
        }
    }

    @Test
    void allowsTheLargestPacketEvenIfTheWindowIsSmaller() {
        assertThat(budget(8 << 20, 1, 1).take(8 << 20, START)).isTrue();
    }
}
