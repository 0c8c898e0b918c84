// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import dev.infrajar.api.event.ListenerLimits;
import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.NanoHistogram;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one service of a plugin costs in all connections together. It is quarantined when
 * {@link ListenerLimits#FAILURES_TO_QUARANTINE} calls in a row have failed, whatever their connections. Callable from any
 * thread.
 */
public final class CallMeter {
    private final FailureLog log;
    private final LongSupplier successes;
    private final Runnable quarantined;
    private final NanoHistogram times = new NanoHistogram();
    private final LongAdder timedNanos = new LongAdder();
    private long failures;
    private int failuresInARow;
    private long successesAtLastFailure;
    private @Nullable String lastFailure;
    private volatile boolean isQuarantined;

    /**
     * A meter.
     *
     * @param log takes the failures
     * @param successes how many calls have succeeded so far
     * @param quarantined is told, by the thread of the last failure, when the service has failed too often
     */
    public CallMeter(FailureLog log, LongSupplier successes, Runnable quarantined) {
        this.log = log;
        this.successes = successes;
        this.quarantined = quarantined;
    }

    /**
     * Whether it has failed too often.
     *
     * @return for good
     */
    public boolean isQuarantined() {
        return isQuarantined;
    }

    /**
     * Counts the time of a call; how many calls there are is counted elsewhere.
     *
     * @param nanos nanoseconds
     */
    public void timed(long nanos) {
        times.record(nanos);
        timedNanos.add(nanos);
    }

    /**
     * Counts and reports a call that has failed.
     *
     * @param thrown what the plugin has thrown
     */
    public void failed(Throwable thrown) {
        ThrownText text = ThrownText.of(thrown);
        boolean isLast = count(text.reason());
        log.failed(text.reason(), text.trace());
        if (isLast) {
            log.quarantined(text.reason());
            quarantined.run();
        }
    }

    private synchronized boolean count(String reason) {
        long now = successes.getAsLong();
        failuresInARow = now == successesAtLastFailure ? failuresInARow + 1 : 1;
        successesAtLastFailure = now;
        failures++;
        lastFailure = reason;
        boolean isLast = failuresInARow >= ListenerLimits.FAILURES_TO_QUARANTINE && !isQuarantined;
        isQuarantined |= isLast;
        return isLast;
    }

    /**
     * What it has cost so far.
     *
     * @param bundle the symbolic name of its bundle
     * @param bundleId the bundle's number in this framework
     * @param name what it is, for example {@code tap chat-filter}
     * @param kinds the packets that sessions decode because of it
     * @return at this moment
     */
    public synchronized ListenerCost cost(String bundle, long bundleId, String name, List<String> kinds) {
        long calls = successes.getAsLong() + failures;
        return new ListenerCost(
                bundle,
                bundleId,
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
