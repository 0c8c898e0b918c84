// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ThreadTimerTest {
    private final ThreadTimer timer = new ThreadTimer();

    @Test
    void runsTasksOnVirtualThreadsBesideEachOther() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CompletableFuture<Boolean> first = new CompletableFuture<>();

        timer.after(Duration.ZERO, () -> {
            try {
                second.await();
                first.complete(Thread.currentThread().isVirtual());
            } catch (InterruptedException e) {
                first.completeExceptionally(e);
            }
        });
        timer.after(Duration.ofMillis(1), second::countDown);

        assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
        timer.close();
    }

    @Test
    void endInterruptsWhatRunsAndDropsWhatWaits() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Boolean> isInterrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> dropped = new CompletableFuture<>();
        timer.after(Duration.ZERO, () -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                isInterrupted.complete(true);
            }
        });
        timer.after(Duration.ofHours(1), () -> dropped.complete(false));
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        timer.close();
        timer.after(Duration.ZERO, () -> dropped.complete(false));

        assertThat(isInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(dropped).isNotDone();
    }
}
