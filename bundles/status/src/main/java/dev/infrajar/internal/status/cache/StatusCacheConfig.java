// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The {@code [status_cache]} table.
 *
 * @param ttl how long an answer of a backend is shown without asking again
 * @param maxEntries how many answers are kept
 */
@ConfigSection(id = "status-cache", table = "status_cache")
public record StatusCacheConfig(
        @Key(
                doc =
                        "How long an answer of a backend is shown without asking it again. 0s asks for every ping, or once"
                                + " for those that come at the same time.",
                byDefault = "\"5s\"")
        Duration ttl,

        @Key(
                doc = "How many answers of backends are kept: one for each server, protocol version, and host where the"
                        + " backend sees it. Those that are asked for most stay.",
                byDefault = "1000")
        int maxEntries) {
    private static final Duration MAX_TTL = Duration.ofDays(365);
    private static final int MOST_ENTRIES = 1_000_000;

    /** Checks both. */
    public StatusCacheConfig {
        if (ttl.isNegative() || ttl.compareTo(MAX_TTL) > 0) {
            throw new IllegalArgumentException("ttl = " + ttl + ", must be 0s to 365d");
        }
        if (maxEntries < 0 || maxEntries > MOST_ENTRIES) {
            throw new IllegalArgumentException("max_entries = " + maxEntries + ", must be 0 to " + MOST_ENTRIES);
        }
    }
}
