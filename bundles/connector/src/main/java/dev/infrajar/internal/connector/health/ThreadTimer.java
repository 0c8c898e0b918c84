// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A timer of virtual threads: one waits, and each task gets its own. */
public final class ThreadTimer implements Timer, AutoCloseable {
    private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("infrajar-probe-timer").factory());
    private final ExecutorService running = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("infrajar-probe").factory());

    @Override
    public void after(Duration delay, Runnable task) {
        try {
            var _ = waiting.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            // Ended: as if the time had not come.
        }
    }

    private void run(Runnable task) {
        try {
            running.execute(task);
        } catch (RejectedExecutionException _) {
            // Ended meanwhile.
        }
    }

    /** Interrupts the tasks that run; those that wait are dropped. */
    @Override
    public void close() {
        waiting.shutdownNow();
        running.shutdownNow();
    }
}
