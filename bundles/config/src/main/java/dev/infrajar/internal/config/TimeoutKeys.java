// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.Key;
import dev.infrajar.net.core.Timeouts;
import java.time.Duration;
import java.util.Optional;

/** The {@code [timeouts]} of a server file. */
record TimeoutKeys(
        @Key(doc = "How long connecting to one address may take. Missing: `connect_timeout` of `infrarust.toml`.")
        Optional<Duration> connect,

        @Key(
                doc = "A session ends when a peer sends nothing for this long while the proxy is asking for bytes;"
                        + " `\"0s\"`: never.",
                byDefault = "\"30s\"")
        Duration read,

        @Key(
                doc =
                        "A session ends when a peer takes none of the bytes that wait for it for this long; `\"0s\"`: never.",
                byDefault = "\"30s\"")
        Duration write) {
    TimeoutKeys {
        if (connect.isPresent() && connect.get().isZero()) {
            throw new IllegalArgumentException("connect = \"0s\", must be longer than zero");
        }
    }

    static TimeoutKeys of(Timeouts timeouts) {
        return new TimeoutKeys(timeouts.connect(), timeouts.read(), timeouts.write());
    }

    Timeouts toTimeouts() {
        return new Timeouts(connect, read, write);
    }
}
