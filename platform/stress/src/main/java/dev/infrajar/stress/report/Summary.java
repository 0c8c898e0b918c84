// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole run in words: a row for each kind of client and each way its connections ended. */
public final class Summary {
    private static final double SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Tally tally;

    /**
     * Sums up.
     *
     * @param tally of a run that has ended
     */
    public Summary(Tally tally) {
        this.tally = tally;
    }

    /** The text, with line breaks. What a healthy target does not do is marked. */
    public String text() {
        return head()
                + row("client", "outcome", "count", "p50", "p90", "p99", "max")
                + rows()
                + tally.firstFailedConnect()
                        .map(reason -> "The first failed connect: " + reason + System.lineSeparator())
                        .orElse("")
                + (hasUnexpected() ? "! = not what a healthy target does" + System.lineSeparator() : "");
    }

    private String head() {
        double seconds = tally.nanos() / SECOND_NANOS;
        return String.format(
                Locale.ROOT, "%n%d connections in %.1f s, %.1f per second%n", tally.connects(), seconds, rate(seconds));
    }

    private double rate(double seconds) {
        return seconds == 0 ? 0 : tally.connects() / seconds;
    }

    private String rows() {
        return Arrays.stream(Pattern.values()).flatMap(this::rows).collect(Collectors.joining());
    }

    private Stream<String> rows(Pattern pattern) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> tally.count(pattern, outcome) > 0)
                .map(outcome -> row(pattern, outcome));
    }

    private String row(Pattern pattern, Outcome outcome) {
        Latency latency = tally.latency(pattern, outcome);
        return row(
                pattern.title(),
                (isUnexpected(pattern, outcome) ? "! " : "") + outcome.text(),
                Long.toString(tally.count(pattern, outcome)),
                Millis.of(latency.p50()),
                Millis.of(latency.p90()),
                Millis.of(latency.p99()),
                Millis.of(latency.max()));
    }

    private boolean hasUnexpected() {
        return Arrays.stream(Pattern.values()).anyMatch(pattern -> Arrays.stream(Outcome.values())
                .anyMatch(outcome -> tally.count(pattern, outcome) > 0 && isUnexpected(pattern, outcome)));
    }

    private static boolean isUnexpected(Pattern pattern, Outcome outcome) {
        return outcome != Outcome.CUT && !pattern.expects(outcome);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-24s%-24s%10s%13s%13s%13s%13s%n", cells);
    }
}
