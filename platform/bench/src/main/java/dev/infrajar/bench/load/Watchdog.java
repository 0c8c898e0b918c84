// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends waits that have no limit of their own: closes a channel whose owner does not finish in time. */
public final class Watchdog implements Closeable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("watchdog").unstarted(task));

    /** A pending closure. */
    public interface Guard extends AutoCloseable {
        /** Calls it off. */
        @Override
        void close();
    }

    /**
     * Closes a channel after some time, whereupon a thread that waits in it gets an exception.
     *
     * @return calls the closure off
     */
    public Guard closeAfter(Closeable channel, Duration limit) {
        Future<?> closure = clock.schedule(() -> close(channel), limit.toMillis(), TimeUnit.MILLISECONDS);
        return () -> closure.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static void close(Closeable channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.err.println("watchdog: could not close a channel: " + e);
        }
    }
}
