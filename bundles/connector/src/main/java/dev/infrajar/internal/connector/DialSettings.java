// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What holds for one server at one moment: its file's keys, and those of {@code infrarust.toml} behind them.
 *
 * @param connectTimeout for each address
 * @param maxAttempts the most addresses that are tried
 * @param balance how they are chosen
 * @param slowStart how long a share grows
 * @param health how they are probed
 */
record DialSettings(
        Duration connectTimeout, int maxAttempts, Balance balance, Duration slowStart, HealthSettings health) {

    static DialSettings of(ServerDefinition server, ConnectorConfig global) {
        BalanceConfig own = own(server);
        int maxAttempts = own.connectMaxAttempts().orElse(global.connectMaxAttempts());
        return new DialSettings(
                server.timeouts().connect().orElse(global.connectTimeout()),
                maxAttempts == 0 ? Integer.MAX_VALUE : maxAttempts,
                own.balance(),
                own.slowStart(),
                own.activeHealth().over(global.activeHealth()));
    }

    /** What a backend remembers of a server; it sees a reload of {@code infrarust.toml}. */
    static BackendUser user(ServerDefinition server, Supplier<ConnectorConfig> global) {
        ServerActiveHealthConfig own = own(server).activeHealth();
        return new BackendUser(
                server.id(),
                server.sendProxyProtocol(),
                () -> own.over(global.get().activeHealth()));
    }

    private static BalanceConfig own(ServerDefinition server) {
        return server.part(BalanceConfig.class).orElse(BalanceConfig.DEFAULT);
    }
}
