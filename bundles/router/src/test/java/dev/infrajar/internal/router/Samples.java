// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers for tests. */
final class Samples {
    private Samples() {}

    static ServerDefinition server(String id, String... domains) {
        return new ServerDefinition(
                id,
                List.of(domains),
                List.of(BackendAddress.of(new HostAndPort("10.0.0.1", 25565))),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                id + ".toml",
                Map.of());
    }
}
