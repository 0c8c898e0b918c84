// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ListenerLimits;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what one listener costs, and decides when it has failed too often in a row. */
final class Tally {
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicInteger inARow = new AtomicInteger();
    private final AtomicBoolean quarantined = new AtomicBoolean();
    private volatile @Nullable String lastFailure;

    void spent(long spentNanos) {
        nanos.add(spentNanos);
    }

    void answered() {
        calls.increment();
        inARow.set(0);
    }

    /** Counts a failed call; returns whether it is the one that quarantines the listener. */
    boolean failed(Failure failure) {
        calls.increment();
        failures.increment();
        lastFailure = failure.reason();
        return failure.counts()
                && inARow.incrementAndGet() >= ListenerLimits.FAILURES_TO_QUARANTINE
                && quarantined.compareAndSet(false, true);
    }

    boolean isQuarantined() {
        return quarantined.get();
    }

    long calls() {
        return calls.sum();
    }

    long failures() {
        return failures.sum();
    }

    long nanos() {
        return nanos.sum();
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }
}
