// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.time.Duration;
import java.util.Locale;

/** What records say about themselves, in the form it is used. */
final class TimesToLive {
    /** A burst of logins asks once, also where a record is not to be kept at all. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A move of a backend counts after this long, whatever its old record said. */
    static final Duration LONGEST = Duration.ofHours(1);

    private TimesToLive() {}

    /**
     * Within the bounds.
     *
     * @param seconds of the record; with the highest bit of 32 set it means 0 (RFC 2181, section 8)
     */
    static Duration of(long seconds) {
        long meant = seconds < 0 || seconds > Integer.MAX_VALUE ? 0 : seconds;
        return Duration.ofSeconds(Math.clamp(meant, SHORTEST.toSeconds(), LONGEST.toSeconds()));
    }

    /** A name as it is compared: in lower case, with the dot at its end. */
    static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower : lower + ".";
    }
}
