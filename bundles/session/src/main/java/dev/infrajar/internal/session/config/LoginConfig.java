// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Durations;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The keys of {@code infrarust.toml} that are about logins.
 *
 * @param loginTimeout the longest login at a backend
 */
@ConfigSection(id = LoginConfig.ID)
public record LoginConfig(
        @Key(
                byDefault = "\"30s\"",
                doc =
                        "How long a login at a backend may take where the proxy sees packets (`client_only`, `offline`), 1s to 1h."
                                + " Mod loaders may talk for longer than vanilla servers allow. Logins that have begun keep"
                                + " theirs.")
        Duration loginTimeout) {
    /** The section's id. */
    public static final String ID = "login";

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(1);

    /** Checks the range. */
    public LoginConfig {
        if (loginTimeout.compareTo(LEAST) < 0 || loginTimeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "login_timeout = " + Durations.text(loginTimeout) + ", must be 1s to 1h");
        }
    }
}
