// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys of a server file that say which of several addresses a session gets.
 *
 * @param balance how one is chosen
 * @param slowStart how long the share of one that is back takes to grow; zero: it has its full share at once
 * @param connectMaxAttempts the most addresses that one session tries; 0: all
 * @param activeHealth how addresses are probed
 */
@ConfigSection(id = "balance", file = ConfigSection.SERVER)
public record BalanceConfig(
        @Key(
                doc = "Which address a session gets, of those that are up: `first_available` the first of the file,"
                        + " `round_robin` each in turn, `least_conn` the one with the fewest open sessions, `random` any,"
                        + " `least_latency` the one that connects fastest. All but the first heed `weight`.",
                byDefault = "\"first_available\"")
        Balance balance,

        @Key(
                doc = "How long the share of an address that is back takes to grow from a tenth to the whole."
                        + " `first_available` has no shares.",
                byDefault = "\"0s\"")
        Duration slowStart,

        @Key(
                doc = "The most addresses that one login tries; 0: all. Those that are known to be down, and are passed"
                        + " over, do not count. Missing: as in `infrarust.toml`.")
        Optional<Integer> connectMaxAttempts,

        @Key(doc = "How addresses that have failed are probed.", byDefault = "{}")
        ServerActiveHealthConfig activeHealth) {

    static final BalanceConfig DEFAULT =
            new BalanceConfig(Balance.FIRST_AVAILABLE, Duration.ZERO, Optional.empty(), ServerActiveHealthConfig.NONE);

    /** Checks the number. */
    public BalanceConfig {
        connectMaxAttempts.ifPresent(BalanceConfig::checkAttempts);
    }

    static void checkAttempts(int attempts) {
        if (attempts < 0) {
            throw new IllegalArgumentException("connect_max_attempts = " + attempts + ", must be at least 0");
        }
    }
}
