// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The {@code [active_health]} table of {@code infrarust.toml}: what holds for servers that do not say otherwise.
 *
 * @param enabled whether backends are probed
 * @param type what a probe asks for
 * @param interval from one probe of an address to the next
 * @param timeout how long one may take
 * @param allAddresses whether addresses are probed that have not failed
 */
public record ActiveHealthConfig(
        @Key(
                doc = "Whether backends that have failed are probed until they are back. Without probes they are given"
                        + " to players again after 30s to 5min.",
                byDefault = "true")
        boolean enabled,

        @Key(
                doc = "`tcp` asks for a connection, `status` for an answer to a status request as well.",
                byDefault = "\"tcp\"")
        ProbeType type,

        @Key(doc = "The time from one probe of an address to the next.", byDefault = "\"10s\"")
        Duration interval,

        @Key(doc = "How long a probe may take.", byDefault = "\"3s\"")
        Duration timeout,

        @Key(
                doc = "Probes also addresses that have not failed, and takes those that do not answer out before a"
                        + " player finds them.",
                byDefault = "false")
        boolean allAddresses) {

    /** Checks the durations. */
    public ActiveHealthConfig {
        checkPositive("interval", interval);
        checkPositive("timeout", timeout);
    }

    static void checkPositive(String key, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(key + " = " + value.toMillis() + "ms, must be at least 1ms");
        }
    }
}
