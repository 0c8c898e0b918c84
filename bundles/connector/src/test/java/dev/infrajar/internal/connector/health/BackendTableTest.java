// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.Definitions;
import dev.infrajar.internal.connector.ManualClock;
import dev.infrajar.net.core.HostAndPort;
import org.junit.jupiter.api.Test;

final class BackendTableTest {
    private static final HostAndPort ONE = new HostAndPort("10.0.0.1", 1);
    private static final HostAndPort OTHER = new HostAndPort("10.0.0.2", 1);
    private static final HostAndPort THIRD = new HostAndPort("10.0.0.3", 1);
    private static final BackendUser SERVER = Definitions.user("survival");

    private final ManualClock clock = new ManualClock();
    private final BackendTable backends = new BackendTable(clock);

    @Test
    void sharesBackendAmongServers() {
        BackendUser other = Definitions.user("lobby");
        Backend before = backends.use(ONE, SERVER);

        assertThat(backends.use(ONE, other)).isSameAs(before);
        assertThat(before.user()).isSameAs(other);
    }

    @Test
    void forgetsWhatNobodyHasDialledForTenMinutes() {
        backends.use(ONE, SERVER);
        clock.advance(BackendTable.FORGOTTEN_AFTER);
        backends.use(OTHER, SERVER);
        assertThat(backends.find(ONE)).isPresent();

        clock.advance(BackendTable.FORGOTTEN_AFTER.plusNanos(1));
        backends.use(THIRD, SERVER);

        assertThat(backends.find(ONE)).isEmpty();
        assertThat(backends.find(OTHER)).isEmpty();
    }

    @Test
    void keepsWhatCarriesSessions() {
        backends.use(ONE, SERVER).opened();
        clock.advance(BackendTable.FORGOTTEN_AFTER.multipliedBy(10));

        backends.use(OTHER, SERVER);

        assertThat(backends.find(ONE)).isPresent();
    }
}
