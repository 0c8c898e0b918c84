// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import dev.infrajar.stress.pattern.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An interval in one line. */
public final class LiveLine {
    private static final double SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private LiveLine() {}

    /** The line, without a line break. */
    public static String of(Interval interval) {
        double seconds = interval.nanos() / SECOND_NANOS;
        return String.format(
                Locale.ROOT,
                "%5.0f s  connects/s %8.1f  answers/s %8.1f  open %5d  p50 %s  p99 %s  failures: %s",
                interval.sinceStartNanos() / SECOND_NANOS,
                interval.connects() / seconds,
                interval.answers() / seconds,
                interval.open(),
                Millis.of(interval.latency().p50()),
                Millis.of(interval.latency().p99()),
                failures(interval));
    }

    private static String failures(Interval interval) {
        String failures = Arrays.stream(Outcome.values())
                .filter(interval.failures()::containsKey)
                .map(outcome -> interval.failures().get(outcome) + " " + outcome.text())
                .collect(Collectors.joining(", "));
        return failures.isEmpty() ? "none" : failures;
    }
}
