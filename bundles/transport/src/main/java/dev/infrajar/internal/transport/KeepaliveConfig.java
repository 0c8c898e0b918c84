// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;
import java.time.Duration;

/**
 * The {@code [keepalive]} table: TCP keepalive of all connections, those of clients and those to backends.
 *
 * @param time idle time before the first probe; whole seconds count
 * @param interval time between probes; whole seconds count
 * @param retries failed probes before the connection is dropped
 */
@ConfigSection(id = "keepalive", table = "keepalive")
public record KeepaliveConfig(
        @Key(
                doc = "Idle time of a connection before the first keepalive probe, in whole seconds."
                        + " New connections take a changed value.",
                byDefault = "\"30s\"")
        Duration time,

        @Key(doc = "Time between keepalive probes, in whole seconds.", byDefault = "\"10s\"")
        Duration interval,

        @Key(doc = "Probes without an answer before a connection is dropped.", byDefault = "3")
        int retries) {

    /** Linux refuses more: MAX_TCP_KEEPIDLE and MAX_TCP_KEEPINTVL in include/net/tcp.h. */
    private static final int MAX_SECONDS = 32_767;

    /** Linux refuses more: MAX_TCP_KEEPCNT in include/net/tcp.h. */
    private static final int MAX_RETRIES = 127;

    /** Checks the ranges. */
    public KeepaliveConfig {
        checkSeconds("time", time);
        checkSeconds("interval", interval);
        if (retries < 1 || retries > MAX_RETRIES) {
            throw new IllegalArgumentException("retries = " + retries + ", must be 1 to " + MAX_RETRIES);
        }
    }

    private static void checkSeconds(String key, Duration value) {
        if (value.toSeconds() < 1 || value.toSeconds() > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    key + " = " + value.toMillis() + "ms, must be 1s to " + MAX_SECONDS + "s");
        }
    }

    int timeSeconds() {
        return Math.toIntExact(time.toSeconds());
    }

    int intervalSeconds() {
        return Math.toIntExact(interval.toSeconds());
    }
}
