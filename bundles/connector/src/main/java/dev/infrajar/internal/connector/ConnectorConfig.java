// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The key at the top of {@code infrarust.toml} that bounds dialling.
 *
 * @param connectTimeout per backend address, for servers that have no {@code timeouts.connect}
 */
@ConfigSection(id = "connector")
public record ConnectorConfig(
        @Key(
                doc = "How long one backend address may take to be looked up and to answer,"
                        + " for servers without a timeouts.connect of their own.",
                byDefault = "\"5s\"")
        Duration connectTimeout) {

    /** Checks that there is time at all. */
    public ConnectorConfig {
        if (connectTimeout.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "connect_timeout = " + connectTimeout.toMillis() + "ms, must be at least 1ms");
        }
    }
}
