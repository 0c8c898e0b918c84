// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.config.Durations;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests a client may make in a window, by the generic cell rate algorithm (GCRA: ITU-T I.371, annex A, as
 * virtual scheduling): as many at once as the window allows, then one for each equal part of it. All that it needs to
 * know of a client is one point in time: when its requests would be over if they came at the allowed rate.
 *
 * @param max the most requests in a window, 0 for no limit
 * @param window its length, more than zero
 */
record Rate(int max, Duration window) {
    boolean isOff() {
        return max == 0;
    }

    /** How long a client has an effect after its last request, nanoseconds: after that it is like a new one. */
    long memoryNanos() {
        return max * intervalNanos();
    }

    /** What a window shorter than its requests in nanoseconds comes to is 0: everything passes. */
    private long intervalNanos() {
        return window.toNanos() / max;
    }

    /**
     * Whether a request is within the limit, and if so, counts it. Callable from any thread.
     *
     * @param busyUntil the client's point in time, changed by this call; {@code now} for a new client
     * @param now in nanoseconds, as {@link System#nanoTime}
     */
    boolean admits(AtomicLong busyUntil, long now) {
        long interval = intervalNanos();
        long tolerance = max * interval;
        while (true) {
            long stored = busyUntil.get();
            // More than the tolerance is from the time of another limit, which must not lock out for longer than this
            // one.
            long ahead = Math.clamp(stored - now, 0L, tolerance);
            boolean isWithin = ahead + interval <= tolerance;
            long next = now + ahead + (isWithin ? interval : 0);
            if (next == stored || busyUntil.compareAndSet(stored, next)) {
                return isWithin;
            }
        }
    }

    /** As operators write it: {@code 3 in 10s}. */
    @Override
    public String toString() {
        return isOff() ? "off" : max + " in " + Durations.text(window);
    }
}
