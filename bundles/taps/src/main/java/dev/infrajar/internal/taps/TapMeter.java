// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.api.event.ListenerLimits;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.NanoHistogram;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What one tap costs in all sessions together. Its sessions count for themselves; their numbers are summed up when somebody
 * asks, and when it fails: it is quarantined when {@link ListenerLimits#FAILURES_TO_QUARANTINE} calls in a row have failed,
 * whatever their sessions.
 */
final class TapMeter {
    private final FailureLog log;
    private final Runnable quarantined;
    private final NanoHistogram times = new NanoHistogram();
    private final LongAdder timedNanos = new LongAdder();
    private final Set<Slot> running = new HashSet<>();

    /** Calls that succeeded in sessions which have ended. */
    private long endedSuccesses;

    private long failures;
    private int failuresInARow;
    private long successesAtLastFailure;
    private @Nullable String lastFailure;
    private volatile boolean isQuarantined;

    /**
     * A meter.
     *
     * @param log takes the failures
     * @param quarantined is told, on an event loop, when the tap has failed too often
     */
    TapMeter(FailureLog log, Runnable quarantined) {
        this.log = log;
        this.quarantined = quarantined;
    }

    boolean isQuarantined() {
        return isQuarantined;
    }

    synchronized void begin(Slot slot) {
        running.add(slot);
    }

    synchronized void end(Slot slot) {
        if (running.remove(slot)) {
            endedSuccesses += slot.successes();
        }
    }

    /** Counts the time of a call; how many calls there are is counted elsewhere. */
    void timed(long nanos) {
        times.record(nanos);
        timedNanos.add(nanos);
    }

    void failed(Throwable thrown) {
        String reason = FailureLog.describe(thrown);
        boolean isLast = count(reason);
        log.failed(reason, thrown);
        if (isLast) {
            log.quarantined(reason);
            quarantined.run();
        }
    }

    private synchronized boolean count(String reason) {
        long successes = successes();
        failuresInARow = successes == successesAtLastFailure ? failuresInARow + 1 : 1;
        successesAtLastFailure = successes;
        failures++;
        lastFailure = reason;
        boolean isLast = failuresInARow >= ListenerLimits.FAILURES_TO_QUARANTINE && !isQuarantined;
        isQuarantined |= isLast;
        return isLast;
    }

    private long successes() {
        return endedSuccesses + running.stream().mapToLong(Slot::successes).sum();
    }

    synchronized ListenerCost cost(Origin origin, String name, List<String> kinds) {
        long calls = successes() + failures;
        return new ListenerCost(
                origin.bundle(),
                origin.bundleId(),
                name,
                calls,
                failures,
                time(calls),
                0,
                Optional.ofNullable(lastFailure),
                isQuarantined,
                kinds);
    }

    private ListenerCost.Time time(long calls) {
        long timed = times.count();
        long total = timed == 0 ? 0 : Math.round((double) timedNanos.sum() / timed * calls);
        return new ListenerCost.Time(total, times.atMost(0.5), times.atMost(0.99));
    }
}
