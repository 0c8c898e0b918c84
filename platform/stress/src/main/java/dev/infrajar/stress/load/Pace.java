// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Says when the next connection may be opened. One thread; time comes in as a parameter. */
final class Pace {
    /** After a failed connect nothing is opened for so long: a dead target must not make this process spin. */
    static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What was missed may be made up for a tenth of a second, not more: else a stall would end in a burst. */
    private static final long MOST_ARREARS_NANOS = SECOND_NANOS / 10;

    private final long intervalNanos;
    private long nextNanos;

    /**
     * Begins.
     *
     * @param perSecond the most in a second; empty: no such limit
     */
    Pace(OptionalInt perSecond, long nowNanos) {
        this.intervalNanos = perSecond.isPresent() ? SECOND_NANOS / perSecond.getAsInt() : 0;
        this.nextNanos = nowNanos;
    }

    /** Whether one may be opened now; then it counts as opened. */
    boolean take(long nowNanos) {
        if (nowNanos - nextNanos < 0) {
            return false;
        }
        nextNanos = Math.max(nextNanos - nowNanos, -MOST_ARREARS_NANOS) + nowNanos + intervalNanos;
        return true;
    }

    /** Takes a failed connect into account. */
    void pause(long nowNanos) {
        nextNanos = Math.max(nextNanos - nowNanos, PAUSE_NANOS) + nowNanos;
    }
}
