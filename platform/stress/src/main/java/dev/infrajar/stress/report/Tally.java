// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what became of all connections of a run. One thread, until the run has ended; then any may read. */
public final class Tally {
    private final long startNanos;
    private final Map<Pattern, Map<Outcome, Timings>> timings = new EnumMap<>(Pattern.class);
    private final Timings intervalAnswers = new Timings();
    private final Map<Outcome, Long> intervalFailures = new EnumMap<>(Outcome.class);
    private Optional<String> firstFailedConnect = Optional.empty();
    private long intervalStartNanos;
    private long intervalConnects;
    private long connects;
    private long endNanos;

    /** Begins. */
    public Tally(long nowNanos) {
        this.startNanos = nowNanos;
        this.endNanos = nowNanos;
        this.intervalStartNanos = nowNanos;
    }

    /** A connection is being opened. */
    public void begun() {
        connects++;
        intervalConnects++;
    }

    /** Keeps the reason of the first connect that failed; its outcome is told apart from this. */
    public void notConnected(String reason) {
        firstFailedConnect = Optional.of(firstFailedConnect.orElse(reason));
    }

    /** A connection has ended. */
    public void ended(Pattern pattern, Outcome outcome, long nanos) {
        timings.computeIfAbsent(pattern, _ -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(outcome, _ -> new Timings())
                .add(nanos);
        if (pattern.expects(outcome)) {
            intervalAnswers.add(nanos);
        } else {
            intervalFailures.merge(outcome, 1L, Long::sum);
        }
    }

    /** The last connection has ended. */
    public void finish(long nowNanos) {
        endNanos = nowNanos;
    }

    /** What has happened since the last interval, which ends now. */
    public Interval interval(int open, long nowNanos) {
        Interval interval = new Interval(
                nowNanos - startNanos,
                nowNanos - intervalStartNanos,
                intervalConnects,
                intervalAnswers.count(),
                Map.copyOf(intervalFailures),
                open,
                intervalAnswers.latency());
        intervalStartNanos = nowNanos;
        intervalConnects = 0;
        intervalAnswers.clear();
        intervalFailures.clear();
        return interval;
    }

    /** Connections begun. */
    public long connects() {
        return connects;
    }

    /** The time from the start to the end of the last connection. */
    public long nanos() {
        return endNanos - startNanos;
    }

    /** Connections of one kind that ended in one way. */
    public long count(Pattern pattern, Outcome outcome) {
        Timings found = timings.getOrDefault(pattern, Map.of()).get(outcome);
        return found == null ? 0 : found.count();
    }

    /** How long connections of one kind took that ended in one way. */
    public Latency latency(Pattern pattern, Outcome outcome) {
        Timings found = timings.getOrDefault(pattern, Map.of()).get(outcome);
        return found == null ? new Latency(0, 0, 0, 0) : found.latency();
    }

    /** Why the first of those connects failed that did; empty if none did. */
    public Optional<String> firstFailedConnect() {
        return firstFailedConnect;
    }

    /** Whether the target has done anything at all with a connection, as far as this can be told. */
    public boolean hasAnswered() {
        return timings.entrySet().stream().anyMatch(kind -> kind.getValue().keySet().stream()
                .anyMatch(outcome -> kind.getKey().expects(outcome) && outcome != Outcome.LEFT));
    }
}
