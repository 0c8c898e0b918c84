// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Time that passes when a test says so. Its origin is near the end of a long: readings overflow, as they may. */
public final class ManualClock implements LongSupplier {
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(7).toNanos());

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
