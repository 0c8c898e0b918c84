// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls something again and again, on a thread of its own. */
final class PurgeTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PurgeTimer.class);
    private static final long PATIENCE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("bans-purge").factory());
    private final Runnable purge;
    private Duration interval;
    private ScheduledFuture<?> next;

    PurgeTimer(Runnable purge, Duration interval) {
        this.purge = purge;
        this.interval = interval;
        this.next = schedule();
    }

    /** Changes the time between calls; it begins anew, unless it is the same. */
    synchronized void every(Duration now) {
        if (!now.equals(interval)) {
            interval = now;
            next.cancel(false);
            next = schedule();
        }
    }

    /** Ends it; waits up to {@value #PATIENCE_SECONDS} s for a call that is running, so that a file is not cut off. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A purge of bans is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ScheduledFuture<?> schedule() {
        return thread.scheduleWithFixedDelay(this::call, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void call() {
        try {
            purge.run();
        } catch (RuntimeException | LinkageError e) {
            // An executor would never call again, and nobody would know.
            LOG.error("Bans could not be purged", e);
        }
    }
}
