// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Rate THREE = new Rate(3, WINDOW);

    private final ManualClock clock = new ManualClock();
    private final AtomicLong client = new AtomicLong(clock.getAsLong());

    private boolean ask(Rate rate) {
        return rate.admits(client, clock.getAsLong());
    }

    private long admitted(Rate rate, int requests) {
        return IntStream.range(0, requests).filter(request -> ask(rate)).count();
    }

    @ParameterizedTest
    @CsvSource({"1, PT10S", "3, PT10S", "7, PT10S", "300, PT10S", "7, PT0.000000010S", "1000, PT720H"})
    void admitsExactlyTheMaximumAtOnce(int max, Duration window) {
        assertThat(admitted(new Rate(max, window), 2 * max + 10)).isEqualTo(max);
    }

    @Test
    void admitsOneMoreForEachPartOfTheWindow() {
        admitted(THREE, 3);
        clock.pass(Duration.ofMillis(3_333));
        assertThat(ask(THREE)).isFalse();

        clock.pass(Duration.ofMillis(1));

        assertThat(ask(THREE)).isTrue();
        assertThat(ask(THREE)).isFalse();
    }

    @Test
    void admitsTheMaximumAgainAfterAWindow() {
        admitted(THREE, 3);

        clock.pass(WINDOW);

        assertThat(admitted(THREE, 10)).isEqualTo(3);
    }

    @Test
    void savesNothingUpWhileAClientIsQuiet() {
        clock.pass(WINDOW.multipliedBy(100));

        assertThat(admitted(THREE, 10)).isEqualTo(3);
    }

    @Test
    void refusedRequestsDoNotCount() {
        admitted(THREE, 3);
        for (int i = 0; i < 1_000; i++) {
            clock.pass(Duration.ofMillis(3));
            ask(THREE);
        }

        clock.pass(Duration.ofMillis(334));

        assertThat(ask(THREE)).isTrue();
    }

    @Test
    void worksWhereTheWindowIsShorterThanItsRequestsInNanoseconds() {
        Rate absurd = new Rate(Integer.MAX_VALUE, Duration.ofNanos(1));

        assertThat(admitted(absurd, 1_000)).isEqualTo(1_000);
    }

    @Test
    void higherLimitLetsALockedOutClientInAfterItsOwnInterval() {
        admitted(new Rate(1, Duration.ofHours(1)), 2);
        Rate generous = new Rate(10, WINDOW);

        assertThat(ask(generous)).isFalse();
        clock.pass(Duration.ofSeconds(1));

        assertThat(ask(generous)).isTrue();
    }

    @Test
    void lowerLimitHoldsAtOnce() {
        admitted(new Rate(300, WINDOW), 300);

        assertThat(ask(THREE)).isFalse();
        clock.pass(Duration.ofMillis(3_334));
        assertThat(admitted(THREE, 10)).isEqualTo(1);
    }

    /** Fuzz: in any stretch of time no more than a burst and the steady rate, and a patient client is never refused. */
    @Test
    void neverAdmitsMoreThanBurstAndSteadyRate() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 200; round++) {
            Rate rate = new Rate(1 + random.nextInt(20), Duration.ofMillis(1 + random.nextInt(20_000)));
            long interval = rate.window().toNanos() / rate.max();
            AtomicLong point = new AtomicLong(clock.getAsLong());
            long began = clock.getAsLong();
            long admitted = 0;
            for (int request = 0; request < 200; request++) {
                clock.pass(Duration.ofNanos(random.nextLong(2 * interval + 1)));
                if (rate.admits(point, clock.getAsLong())) {
                    admitted++;
                }
                long elapsed = clock.getAsLong() - began;
                assertThat(admitted).isLessThanOrEqualTo(rate.max() + elapsed / interval);
            }
            clock.pass(Duration.ofNanos(interval));
            assertThat(rate.admits(point, clock.getAsLong()))
                    .as("after an interval")
                    .isTrue();
        }
    }

    @Test
    void isWrittenAsOperatorsDo() {
        assertThat(THREE).hasToString("3 in 10s");
        assertThat(new Rate(5, Duration.ofSeconds(90))).hasToString("5 in 1m30s");
        assertThat(new Rate(0, WINDOW)).hasToString("off");
    }
}
