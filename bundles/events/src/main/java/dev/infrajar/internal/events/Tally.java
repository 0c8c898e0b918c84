// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ListenerLimits;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.NanoHistogram;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what one listener costs, and decides when it has failed too often in a row. */
final class Tally implements Call.Clock {
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final NanoHistogram times = new NanoHistogram();
    private final AtomicInteger inARow = new AtomicInteger();
    private final AtomicBoolean quarantined = new AtomicBoolean();
    private volatile @Nullable String lastFailure;

    @Override
    public void spent(long callNanos) {
        times.record(callNanos);
        nanos.add(callNanos);
    }

    @Override
    public void overran(long furtherNanos) {
        nanos.add(furtherNanos);
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

    ListenerCost.Time time() {
        return new ListenerCost.Time(nanos.sum(), times.atMost(0.5), times.atMost(0.99));
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }
}
