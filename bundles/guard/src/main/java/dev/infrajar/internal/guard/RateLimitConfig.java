// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Durations;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The {@code [rate_limit]} table: how often a client may come. IPv6 clients are counted by their /64.
 *
 * @param maxConnections logins in a window, 0 for no limit
 * @param window of logins
 * @param statusMax pings in a window, 0 for no limit
 * @param statusWindow of pings
 */
@ConfigSection(id = RateLimitConfig.ID, table = "rate_limit")
record RateLimitConfig(
        @Key(
                byDefault = "3",
                doc =
                        "Logins from one address (IPv6: one /64) in a window, `0` for no limit. As many may come at once; then one"
                                + " for each equal part of the window. Players behind one NAT share it.")
        int maxConnections,

        @Key(byDefault = "\"10s\"", doc = "The window of logins.")
        Duration window,

        @Key(byDefault = "300", doc = "Server list pings from one address in a window, `0` for no limit.")
        int statusMax,

        @Key(byDefault = "\"10s\"", doc = "The window of pings.")
        Duration statusWindow) {
    static final String ID = "rate-limit";

    private static final Duration LONGEST_WINDOW = Duration.ofDays(365);

    RateLimitConfig {
        checkMax("max_connections", maxConnections);
        checkWindow("window", window, "max_connections");
        checkMax("status_max", statusMax);
        checkWindow("status_window", statusWindow, "status_max");
    }

    Rate logins() {
        return new Rate(maxConnections, window);
    }

    Rate pings() {
        return new Rate(statusMax, statusWindow);
    }

    private static void checkMax(String key, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(key + " = " + value + ", must be at least 0 (0 for no limit)");
        }
    }

    private static void checkWindow(String key, Duration value, String maxKey) {
        if (!value.isPositive() || value.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(key + " = " + Durations.text(value)
                    + ", must be more than 0 and at most 365d; " + maxKey + " = 0 is for no limit");
        }
    }
}
