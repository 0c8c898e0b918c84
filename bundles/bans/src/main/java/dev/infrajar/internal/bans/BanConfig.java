// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The {@code [ban]} table. All of it changes live.
 *
 * @param file where bans are kept
 * @param purgeInterval how often what has expired is removed
 * @param enableAuditLog whether changes are written down
 */
@ConfigSection(id = BanConfig.ID, table = "ban")
record BanConfig(
        @Key(
                doc =
                        "The JSON file of the bans, relative to the working directory. It is made with the first ban; its folder"
                                + " must exist.",
                byDefault = "\"bans.json\"")
        Path file,

        @Key(
                doc = "How often bans that have expired are removed from the file, and what could not be saved is tried"
                        + " again. A ban never lasts longer for it.",
                byDefault = "\"300s\"")
        Duration purgeInterval,

        @Key(
                doc =
                        "Whether each ban, each unban and each expiry is written into the file's `audit_log`, which keeps the"
                                + " last 10,000. Switched off, what is there stays.",
                byDefault = "true")
        boolean enableAuditLog) {
    static final String ID = "bans";

    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Checks the range. */
    BanConfig {
        if (purgeInterval.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "purge_interval = " + purgeInterval.toMillis() + "ms, must be at least 1s");
        }
    }
}
