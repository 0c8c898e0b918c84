// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers that differ in what a test is about. */
public final class Definitions {
    private Definitions() {}

    /** A server with these addresses, and defaults. */
    public static ServerDefinition server(String... addresses) {
        return server(false, Optional.empty(), BalanceConfig.DEFAULT, addresses);
    }

    /** What backends remember of a server. */
    public static BackendUser user(String id) {
        return new BackendUser(
                id,
                false,
                () -> new HealthSettings(true, ProbeType.TCP, Duration.ofSeconds(10), Duration.ofSeconds(3), false));
    }

    static ServerDefinition server(
            boolean proxyProtocol, Optional<Duration> connect, BalanceConfig balance, String... addresses) {
        return server(
                proxyProtocol,
                connect,
                balance,
                List.of(addresses).stream().map(BackendAddress::parse).toList());
    }

    static ServerDefinition server(
            boolean proxyProtocol, Optional<Duration> connect, BalanceConfig balance, List<BackendAddress> addresses) {
        return new ServerDefinition(
                "survival",
                List.of("mc.example.com"),
                addresses,
                ProxyMode.PASSTHROUGH,
                proxyProtocol,
                new DomainRewrite.None(),
                new Timeouts(connect, Duration.ZERO, Duration.ZERO),
                0,
                "gone",
                "survival.toml",
                Map.of(BalanceConfig.class, balance));
    }
}
