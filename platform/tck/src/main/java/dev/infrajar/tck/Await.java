// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Await {
    /** Only a broken forwarder comes near it. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(1);

    private Await() {}

    /** Polls until the condition holds; an {@link AssertionError} with the description when it never does. */
    static void until(String description, BooleanSupplier condition) {
        long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new AssertionError("never: " + description);
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }
}
