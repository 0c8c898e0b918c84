// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations such as {@code 500ms}, {@code 2h30m} and {@code 1 week}: numbers with units, added up. The form of all
 * durations in configuration files and console commands.
 */
public final class Durations {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,18})\\s*([a-zA-Z]+)\\s*");

    // In nanoseconds of a long, as every user of a duration counts sooner or later. (Duration's own arithmetic goes
    // through BigInteger, which loads the fork-join pool: 20 ms of a cold start.)
    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000 * MICROSECOND;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    // The mean lengths in the Gregorian calendar, as the format of the reference has them: 30.44 and 365.25 days.
    private static final long MONTH = 2_630_016 * SECOND;
    private static final long YEAR = 8_766 * HOUR;

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("ns", 1L),
            Map.entry("nsec", 1L),
            Map.entry("us", MICROSECOND),
            Map.entry("usec", MICROSECOND),
            Map.entry("ms", MILLISECOND),
            Map.entry("msec", MILLISECOND),
            Map.entry("s", SECOND),
            Map.entry("sec", SECOND),
            Map.entry("second", SECOND),
            Map.entry("m", MINUTE),
            Map.entry("min", MINUTE),
            Map.entry("minute", MINUTE),
            Map.entry("h", HOUR),
            Map.entry("hr", HOUR),
            Map.entry("hour", HOUR),
            Map.entry("d", DAY),
            Map.entry("day", DAY),
            Map.entry("w", WEEK),
            Map.entry("wk", WEEK),
            Map.entry("week", WEEK),
            Map.entry("M", MONTH),
            Map.entry("month", MONTH),
            Map.entry("y", YEAR),
            Map.entry("yr", YEAR),
            Map.entry("year", YEAR));

    /** The units of the text of a duration: those that everybody reads the same. */
    private static final List<Map.Entry<String, Long>> SHOWN = List.of(
            Map.entry("d", DAY),
            Map.entry("h", HOUR),
            Map.entry("m", MINUTE),
            Map.entry("s", SECOND),
            Map.entry("ms", MILLISECOND),
            Map.entry("us", MICROSECOND),
            Map.entry("ns", 1L));

    private static final String RULE =
            "must be a duration such as \"500ms\", \"5s\", \"2h30m\" or \"1d\" (units: ns, us, ms, s, m, h, d, w, M, y)";

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param text numbers with units
     * @return 0 or more
     * @throws IllegalArgumentException if the text is not a duration; the message says what one is
     * @throws ArithmeticException if it is 292 years or longer
     */
    public static Duration parse(String text) {
        return Duration.ofNanos(sum(text));
    }

    /**
     * The form that {@link #parse} reads: {@code 2h30m}.
     *
     * @param duration 0 or more, less than 292 years
     * @return the largest units first; {@code 0s} for zero
     */
    public static String text(Duration duration) {
        long left = duration.toNanos();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> unit : SHOWN) {
            long number = left / unit.getValue();
            if (number > 0) {
                text.append(number).append(unit.getKey());
                left -= number * unit.getValue();
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static long sum(String text) {
        Matcher part = PART.matcher(text);
        long sum = 0;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            long number = Long.parseLong(part.group(1));
            sum = Math.addExact(sum, Math.multiplyExact(number, unit(part.group(2))));
            end = part.end();
        }
        if (end == 0 || end < text.length()) {
            throw new IllegalArgumentException(RULE);
        }
        return sum;
    }

    private static long unit(String word) {
        Long unit = UNITS.get(word);
        if (unit == null && word.length() > 2 && word.endsWith("s")) {
            unit = UNITS.get(word.substring(0, word.length() - 1));
        }
        if (unit == null) {
            throw new IllegalArgumentException(RULE);
        }
        return unit;
    }
}
