// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.Ban;
import java.time.Duration;
import java.time.Instant;

/** How long a ban still lasts, in words. */
final class Remaining {
    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    private Remaining() {}

    /** {@code permanent}, or the time that is left. */
    static String of(Ban ban, Instant now) {
        return ban.expiresAt().map(end -> inWords(Duration.between(now, end))).orElse("permanent");
    }

    /**
     * More than 24 hours in days, else hours and minutes, else minutes. Rounded up: who comes back when the time is over
     * is let in. Not from fractions of a second, which the end of a ban is itself rounded up by: a ban of 7 days has 7 days.
     */
    static String inWords(Duration left) {
        long minutes = Math.max(1, Math.ceilDiv(left.toSeconds(), 60));
        if (minutes > DAY) {
            return count(Math.ceilDiv(minutes, DAY), "day");
        }
        if (minutes < HOUR) {
            return count(minutes, "minute");
        }
        String hours = count(minutes / HOUR, "hour");
        return minutes % HOUR == 0 ? hours : hours + " " + count(minutes % HOUR, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
