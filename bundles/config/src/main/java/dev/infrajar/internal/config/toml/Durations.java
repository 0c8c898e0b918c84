// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 500ms}, {@code 2h30m} and {@code 1 week}: numbers with units, added up. */
final class Durations {
    private static final Pattern PART = Pattern.compile("\\s*(\\d{1,18})\\s*([a-zA-Z]+)\\s*");
    private static final Duration DAY = Duration.ofDays(1);
    // The mean lengths in the Gregorian calendar, as the format of the reference has them: 30.44 and 365.25 days.
    private static final Duration MONTH = Duration.ofSeconds(2_630_016);
    private static final Duration YEAR = Duration.ofHours(8_766);

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ns", Duration.ofNanos(1)),
            Map.entry("nsec", Duration.ofNanos(1)),
            Map.entry("us", Duration.of(1, ChronoUnit.MICROS)),
            Map.entry("usec", Duration.of(1, ChronoUnit.MICROS)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("msec", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("d", DAY),
            Map.entry("day", DAY),
            Map.entry("w", DAY.multipliedBy(7)),
            Map.entry("wk", DAY.multipliedBy(7)),
            Map.entry("week", DAY.multipliedBy(7)),
            Map.entry("M", MONTH),
            Map.entry("month", MONTH),
            Map.entry("y", YEAR),
            Map.entry("yr", YEAR),
            Map.entry("year", YEAR));

    private static final String RULE =
            "must be a duration such as \"500ms\", \"5s\", \"2h30m\" or \"1d\" (units: ns, us, ms, s, m, h, d, w, M, y)";

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws BadValue if the text is not one, or is longer than about 292 years
     */
    static Duration parse(String text) {
        try {
            Duration sum = sum(text);
            // Every user of a duration counts in nanoseconds of a long sooner or later.
            return Duration.ofNanos(sum.toNanos());
        } catch (ArithmeticException e) {
            throw new BadValue("must be less than 292 years");
        }
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        if (end == 0 || end < text.length()) {
            throw new BadValue(RULE);
        }
        return sum;
    }

    private static Duration unit(String word) {
        Duration unit = UNITS.get(word);
        if (unit == null && word.length() > 2 && word.endsWith("s")) {
            unit = UNITS.get(word.substring(0, word.length() - 1));
        }
        if (unit == null) {
            throw new BadValue(RULE);
        }
        return unit;
    }
}
