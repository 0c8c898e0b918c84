// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Tally tally = new Tally(0);

    private void visits(Pattern pattern, Outcome outcome, int count, long nanos) {
        for (int i = 0; i < count; i++) {
            tally.begun();
            tally.ended(pattern, outcome, nanos);
        }
    }

    @Test
    void hasARowForEachKindAndOutcome() {
        visits(Pattern.STATUS, Outcome.ANSWERED, 99, MILLI);
        visits(Pattern.STATUS, Outcome.ANSWERED, 1, 50 * MILLI);
        visits(Pattern.LOGIN, Outcome.REFUSED, 3, 2 * MILLI);
        tally.finish(2 * SECOND);

        assertThat(new Summary(tally).text().lines())
                .anyMatch(line -> line.equals("103 connections in 2.0 s, 51.5 per second"))
                .anyMatch(line ->
                        line.matches("status +answered +100 +1\\.0\\d ms +1\\.0\\d ms +1\\.0\\d ms +50\\.\\d\\d ms"))
                .anyMatch(line -> line.matches("login +refused with a text +3 +2\\.0\\d ms.*"))
                .noneMatch(line -> line.contains("!"));
    }

    @Test
    void marksWhatAHealthyTargetDoesNot() {
        visits(Pattern.SLOWLORIS, Outcome.CLOSED, 1, MILLI);
        visits(Pattern.SLOWLORIS, Outcome.STILL_OPEN, 2, 15 * SECOND);
        visits(Pattern.STATUS, Outcome.CUT, 1, MILLI);
        visits(Pattern.STATUS, Outcome.NOT_CONNECTED, 1, MILLI);
        tally.notConnected("refused");
        tally.notConnected("something else, later");

        assertThat(new Summary(tally).text().lines())
                .anyMatch(line -> line.matches("slowloris +closed by target +1 .*"))
                .anyMatch(line -> line.matches("slowloris +! still open at the limit +2 .*"))
                .anyMatch(line -> line.matches("status +cut off at the end +1 .*"))
                .anyMatch(line -> line.equals("The first failed connect: refused"));
    }

    @Test
    void liveLineSaysRatesAndFailuresOfItsInterval() {
        visits(Pattern.STATUS, Outcome.ANSWERED, 10, MILLI);
        tally.interval(0, SECOND);
        visits(Pattern.STATUS, Outcome.ANSWERED, 20, 4 * MILLI);
        visits(Pattern.LOGIN, Outcome.CLOSED, 5, MILLI);

        String line = LiveLine.of(tally.interval(7, 3 * SECOND));

        assertThat(line.replaceAll(" +", " ").strip())
                .isEqualTo("3 s connects/s 12.5 answers/s 10.0 open 7 p50 4.02 ms p99 4.02 ms"
                        + " failures: 5 closed by target");
    }

    @Test
    void liveLineOfNothingSaysSo() {
        assertThat(LiveLine.of(tally.interval(0, SECOND))).endsWith("failures: none");
    }
}
