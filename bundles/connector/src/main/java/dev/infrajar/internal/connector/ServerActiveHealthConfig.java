// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.net.config.Key;
import java.time.Duration;
import java.util.Optional;

/**
 * The {@code [active_health]} table of a server file: what is missing is as {@code infrarust.toml} has it.
 *
 * @param enabled whether its backends are probed
 * @param type what a probe asks for
 * @param interval from one probe of an address to the next
 * @param timeout how long one may take
 * @param allAddresses whether addresses are probed that have not failed
 */
public record ServerActiveHealthConfig(
        @Key(doc = "Whether backends that have failed are probed until they are back." + ServerActiveHealthConfig.ELSE)
        Optional<Boolean> enabled,

        @Key(doc = "`tcp` or `status`: what a probe asks for." + ServerActiveHealthConfig.ELSE)
        Optional<ProbeType> type,

        @Key(doc = "The time from one probe of an address to the next." + ServerActiveHealthConfig.ELSE)
        Optional<Duration> interval,

        @Key(doc = "How long a probe may take." + ServerActiveHealthConfig.ELSE)
        Optional<Duration> timeout,

        @Key(doc = "Probes also addresses that have not failed." + ServerActiveHealthConfig.ELSE)
        Optional<Boolean> allAddresses) {
    static final String ELSE = " Missing: as in `infrarust.toml`.";

    static final ServerActiveHealthConfig NONE = new ServerActiveHealthConfig(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the durations. */
    public ServerActiveHealthConfig {
        interval.ifPresent(value -> ActiveHealthConfig.checkPositive("interval", value));
        timeout.ifPresent(value -> ActiveHealthConfig.checkPositive("timeout", value));
    }

    HealthSettings over(ActiveHealthConfig global) {
        return new HealthSettings(
                enabled.orElse(global.enabled()),
                type.orElse(global.type()),
                interval.orElse(global.interval()),
                timeout.orElse(global.timeout()),
                allAddresses.orElse(global.allAddresses()));
    }
}
