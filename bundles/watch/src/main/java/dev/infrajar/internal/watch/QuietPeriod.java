// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import java.time.Duration;

/**
 * Waits until changes have stopped. For one thread; times are those of {@link System#nanoTime()}.
 */
final class QuietPeriod {
    private final long lengthNanos;
    private boolean isPending;
    private long dueNanos;

    QuietPeriod(Duration length) {
        lengthNanos = length.toNanos();
    }

    /** Something has changed: the period begins anew. */
    void begin(long nowNanos) {
        isPending = true;
        dueNanos = nowNanos + lengthNanos;
    }

    /** Nanoseconds until the end of the period, 0 when it is over; {@link Long#MAX_VALUE} when nothing has changed. */
    long remainingNanos(long nowNanos) {
        return isPending ? Math.max(0, dueNanos - nowNanos) : Long.MAX_VALUE;
    }

    /** Takes the end of the period: true once after each change. */
    boolean takeEnd(long nowNanos) {
        boolean isOver = remainingNanos(nowNanos) == 0;
        isPending &= !isOver;
        return isOver;
    }
}
