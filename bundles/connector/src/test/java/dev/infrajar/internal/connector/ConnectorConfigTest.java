// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ConnectorConfigTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ActiveHealthConfig HEALTH =
            new ActiveHealthConfig(true, ProbeType.TCP, SECOND, SECOND.multipliedBy(2), false);
    private static final ConnectorConfig GLOBAL = new ConnectorConfig(SECOND.multipliedBy(3), 4, HEALTH);

    @Test
    void refusesTimeoutThatLeavesNoTime() {
        assertThatThrownBy(() -> new ConnectorConfig(Duration.ZERO, 0, HEALTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connect_timeout = 0ms, must be at least 1ms");
    }

    @Test
    void refusesNegativeNumberOfAttempts() {
        assertThatThrownBy(() -> new ConnectorConfig(SECOND, -1, HEALTH))
                .hasMessage("connect_max_attempts = -1, must be at least 0");
        assertThatThrownBy(
                        () -> new BalanceConfig(Balance.RANDOM, SECOND, Optional.of(-1), ServerActiveHealthConfig.NONE))
                .hasMessage("connect_max_attempts = -1, must be at least 0");
    }

    @Test
    void refusesProbesWithoutTime() {
        assertThatThrownBy(() -> new ActiveHealthConfig(true, ProbeType.TCP, Duration.ZERO, SECOND, false))
                .hasMessage("interval = 0ms, must be at least 1ms");
        assertThatThrownBy(() -> new ActiveHealthConfig(true, ProbeType.TCP, SECOND, Duration.ZERO, false))
                .hasMessage("timeout = 0ms, must be at least 1ms");
        assertThatThrownBy(() -> new ServerActiveHealthConfig(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofNanos(1)),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessage("interval = 0ms, must be at least 1ms");
    }

    @Test
    void serverWithoutOwnKeysHasTheGlobalOnes() {
        assertThat(DialSettings.of(Definitions.server("10.0.0.1:1"), GLOBAL))
                .isEqualTo(new DialSettings(
                        SECOND.multipliedBy(3),
                        4,
                        Balance.FIRST_AVAILABLE,
                        Duration.ZERO,
                        new HealthSettings(true, ProbeType.TCP, SECOND, SECOND.multipliedBy(2), false)));
    }

    @Test
    void ownKeysOfServerWinOneByOne() {
        BalanceConfig own = new BalanceConfig(
                Balance.LEAST_CONN,
                SECOND,
                Optional.of(0),
                new ServerActiveHealthConfig(
                        Optional.empty(),
                        Optional.of(ProbeType.STATUS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true)));
        ServerDefinition server = Definitions.server(false, Optional.of(SECOND), own, "10.0.0.1:1");

        assertThat(DialSettings.of(server, GLOBAL))
                .isEqualTo(new DialSettings(
                        SECOND,
                        Integer.MAX_VALUE,
                        Balance.LEAST_CONN,
                        SECOND,
                        new HealthSettings(true, ProbeType.STATUS, SECOND, SECOND.multipliedBy(2), true)));
    }

    @Test
    void backendsSeeReloadOfTheGlobalKeys() {
        AtomicReference<ConnectorConfig> global = new AtomicReference<>(GLOBAL);
        BackendUser user =
                DialSettings.user(Definitions.server("10.0.0.1:1"), () -> Objects.requireNonNull(global.get()));
        assertThat(user.health().get()).isEqualTo(ServerActiveHealthConfig.NONE.over(HEALTH));

        ActiveHealthConfig off = new ActiveHealthConfig(false, ProbeType.TCP, SECOND, SECOND, false);
        global.set(new ConnectorConfig(SECOND, 0, off));

        assertThat(user.health().get()).isEqualTo(ServerActiveHealthConfig.NONE.over(off));
    }
}
