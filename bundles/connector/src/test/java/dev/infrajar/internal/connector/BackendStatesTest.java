// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.balance.WeightedRandom;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.Failure;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.internal.connector.names.Service;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackendStatesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final HostAndPort ONE = new HostAndPort("10.0.0.1", 1);
    private static final HostAndPort OTHER = new HostAndPort("10.0.0.2", 2);
    private static final ServerDefinition SERVER = Definitions.server("10.0.0.1:1", "10.0.0.2:2");

    private static final BackendUser USER = Definitions.user("survival");

    private final ManualClock clock = new ManualClock();
    private final HealthNotes health = new HealthNotes(clock);
    private final BackendTable backends = new BackendTable(clock);
    private final Names names = new Names(
            _ -> new Answer.Failed<>("not asked"),
            _ -> new Answer.Found<>(List.of(new Service("10.0.0.1", 1, 0, 1), new Service("10.0.0.2", 2, 0, 1)), LONG),
            clock);
    private final TargetExpansion expansion = new TargetExpansion(names, new WeightedRandom(() -> 0));
    private final BackendStates states = new BackendStates(
            () -> new ConnectorConfig(LONG, 0, new ActiveHealthConfig(true, ProbeType.TCP, LONG, LONG, false)),
            expansion,
            backends,
            new Drains(),
            clock);

    @AfterEach
    void stop() {
        names.close();
    }

    private void eject(Backend backend) {
        for (int i = 0; i < 3; i++) {
            health.failed(backend, Failure.toConnect("connection refused"));
        }
    }

    @Test
    void backendsThatNobodyHasDialledAreUpAndIdle() {
        assertThat(states.of(SERVER))
                .containsExactly(
                        new Backends.State(ONE, 1, Backends.Health.UP, false, 0, Optional.empty(), Optional.empty()),
                        new Backends.State(OTHER, 1, Backends.Health.UP, false, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void tellsWhatIsKnownOfEach() {
        Backend one = backends.use(ONE, USER);
        one.opened();
        health.connected(one, 2_000_000);
        eject(backends.use(OTHER, USER));

        assertThat(states.of(SERVER))
                .containsExactly(
                        new Backends.State(
                                ONE,
                                1,
                                Backends.Health.UP,
                                false,
                                1,
                                Optional.of(Duration.ofMillis(2)),
                                Optional.empty()),
                        new Backends.State(
                                OTHER,
                                1,
                                Backends.Health.EJECTED,
                                false,
                                0,
                                Optional.empty(),
                                Optional.of("connection refused")));
    }

    @Test
    void tellsServicesOfOneAddressAsOne() throws Exception {
        ServerDefinition byService = Definitions.server("mc.example.com");
        expansion.of(byService.addresses(), Deadline.in(LONG));
        Backend one = backends.use(ONE, USER);
        Backend other = backends.use(OTHER, USER);
        one.opened();
        other.opened();
        eject(one);

        assertThat(states.of(byService)).singleElement().satisfies(state -> {
            assertThat(state.address()).isEqualTo(new HostAndPort("mc.example.com", 25565));
            assertThat(state.sessions()).isEqualTo(2);
            assertThat(state.health()).isEqualTo(Backends.Health.UP);
        });
        eject(other);
        assertThat(states.of(byService).getFirst().health()).isEqualTo(Backends.Health.EJECTED);
    }

    @Test
    void showsWhatIsDrained() {
        states.drain(SERVER, Optional.of(OTHER));
        assertThat(states.of(SERVER)).extracting(Backends.State::isDrained).containsExactly(false, true);

        states.drain(SERVER, Optional.empty());
        assertThat(states.of(SERVER)).extracting(Backends.State::isDrained).containsExactly(true, true);

        states.undrain(SERVER.id(), Optional.empty());
        assertThat(states.of(SERVER)).extracting(Backends.State::isDrained).containsExactly(false, false);
    }

    @Test
    void shareOfOneThatIsNoLongerDrainedStartsSmall() {
        Backend one = backends.use(ONE, USER);
        Backend other = backends.use(OTHER, USER);
        states.drain(SERVER, Optional.of(ONE));

        states.undrain(SERVER.id(), Optional.of(ONE));

        assertThat(one.candidate(1, LONG, clock.getAsLong()).weight()).isEqualTo(0.1);
        assertThat(other.candidate(1, LONG, clock.getAsLong()).weight()).isEqualTo(1);
    }
}
