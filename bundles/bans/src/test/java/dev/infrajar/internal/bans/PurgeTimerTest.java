// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PurgeTimerTest {
    @Test
    void purgesAgainAndAgainAlsoWhenOneFails() throws InterruptedException {
        Semaphore calls = new Semaphore(0);
        try (PurgeTimer timer = new PurgeTimer(
                () -> {
                    calls.release();
                    throw new IllegalStateException("this purge fails");
                },
                Duration.ofHours(1))) {
            timer.every(Duration.ofMillis(1));

            assertThat(calls.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
