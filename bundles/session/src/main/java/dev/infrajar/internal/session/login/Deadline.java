// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.login;

import java.time.Duration;

/**
 * A moment until which a step of several waits must be done.
 *
 * @param nanos on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanos) {
    static Deadline after(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** The time that is left, zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
