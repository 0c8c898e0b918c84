// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * What {@code infrarust.toml} says about dialling.
 *
 * @param connectTimeout per backend address, for servers that have no {@code timeouts.connect}
 * @param connectMaxAttempts the most addresses that one session tries, for servers that have no such key; 0: all
 * @param activeHealth how addresses are probed, for servers that do not say otherwise
 */
@ConfigSection(id = "connector")
public record ConnectorConfig(
        @Key(
                doc = "How long one backend address may take to be looked up and to answer,"
                        + " for servers without a timeouts.connect of their own.",
                byDefault = "\"5s\"")
        Duration connectTimeout,

        @Key(
                doc =
                        "The most addresses of a server that one login tries; 0: all. Those that are known to be down, and"
                                + " are passed over, do not count.",
                byDefault = "0")
        int connectMaxAttempts,

        @Key(
                doc = "How addresses that have failed are probed, key by key for servers that lack the key.",
                byDefault = "{}")
        ActiveHealthConfig activeHealth) {

    /** Checks that there is time at all, and the number. */
    public ConnectorConfig {
        if (connectTimeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "connect_timeout = " + connectTimeout.toMillis() + "ms, must be at least 1ms");
        }
        BalanceConfig.checkAttempts(connectMaxAttempts);
    }
}
