// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A moment up to which something may take.
 *
 * @param limit the whole time that was given, for messages
 * @param endNanos on the scale of {@link System#nanoTime}
 */
public record Deadline(Duration limit, long endNanos) {
    /** Far away, and small enough to be added to the clock. */
    private static final long MAX_NANOS = Long.MAX_VALUE / 4;

    /** So long from now. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit, System.nanoTime() + Math.min(TimeUnit.NANOSECONDS.convert(limit), MAX_NANOS));
    }

    /** 0 or less when it has passed. */
    public long remainingNanos() {
        return endNanos - System.nanoTime();
    }

    /** Whichever comes first. */
    public Deadline earlier(Deadline other) {
        return endNanos - other.endNanos < 0 ? this : other;
    }

    /** An equal part of what remains, for the first of so many things to do. */
    public Deadline shared(int parts) {
        return in(Duration.ofNanos(Math.max(0, remainingNanos()) / parts));
    }

    /** The limit as text: whole seconds where they are, else milliseconds. */
    @Override
    public String toString() {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
