// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.internal.connector.balance.WeightedRandom;
import dev.infrajar.internal.connector.health.BackendTable;
import dev.infrajar.internal.connector.health.Evidence;
import dev.infrajar.internal.connector.health.HealthNotes;
import dev.infrajar.internal.connector.health.Probe;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.health.Prober;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Deadline;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.internal.connector.names.Service;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AddressWatchTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ServerDefinition ASKS_FOR_ALL = server(Optional.of(true), "10.0.0.1:1", "10.0.0.2:2");
    private static final ServerDefinition SAYS_NOTHING = server(Optional.empty(), "10.0.0.1:1", "10.0.0.2:2");

    private final ManualClock clock = new ManualClock();
    private final ManualTimer timer = new ManualTimer();
    private final BackendTable backends = new BackendTable(clock);
    private final List<HostAndPort> probed = new ArrayList<>();
    private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
    private final Names names = new Names(
            _ -> new Answer.Failed<>("not asked"),
            host -> {
                lookedUp.add(host);
                return new Answer.Found<>(List.of(new Service("10.0.0.9", 9, 0, 1)), LONG);
            },
            clock);
    private final TargetExpansion expansion = new TargetExpansion(names, new WeightedRandom(() -> 0));
    private final Prober prober = new Prober(
            (backend, _) -> {
                probed.add(backend.address());
                return new Probe.Result.Failed("no answer", Evidence.CONNECT);
            },
            timer,
            new HealthNotes(clock),
            backends);
    private Optional<List<ServerDefinition>> servers = Optional.of(List.of());
    private boolean allAddresses;
    private boolean isBroken;
    private final AddressWatch watch = new AddressWatch(
            this::servers,
            () -> new ConnectorConfig(LONG, 0, new ActiveHealthConfig(true, ProbeType.TCP, LONG, LONG, allAddresses)),
            expansion,
            backends,
            prober,
            timer);

    AddressWatchTest() {
        watch.start();
    }

    @AfterEach
    void stop() {
        names.close();
    }

    private static ServerDefinition server(Optional<Boolean> allAddresses, String... addresses) {
        return Definitions.server(
                false,
                Optional.empty(),
                new BalanceConfig(
                        Balance.FIRST_AVAILABLE,
                        Duration.ZERO,
                        Optional.empty(),
                        new ServerActiveHealthConfig(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), allAddresses)),
                addresses);
    }

    /** Runs what waits now, and not what that begins. */
    private List<HostAndPort> round() {
        probed.clear();
        for (int waiting = timer.waiting(); waiting > 0; waiting--) {
            timer.runNext();
        }
        return List.copyOf(probed);
    }

    private Optional<List<ServerDefinition>> servers() {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return servers;
    }

    private static List<HostAndPort> both() {
        return List.of(new HostAndPort("10.0.0.1", 1), new HostAndPort("10.0.0.2", 2));
    }

    @Test
    void probesWhatIsDefinedBeforeAnybodyDialsIt() {
        servers = Optional.of(List.of(ASKS_FOR_ALL));
        round();

        assertThat(round()).containsExactlyElementsOf(both());
        assertThat(round()).containsExactlyElementsOf(both());
        assertThat(backends.find(both().getFirst()).orElseThrow().isUp()).isFalse();
    }

    @Test
    void leavesAddressesInPeaceThatNobodyAsksFor() {
        servers = Optional.of(List.of(SAYS_NOTHING));
        round();

        assertThat(round()).isEmpty();
        assertThat(backends.find(both().getFirst())).isEmpty();
    }

    @Test
    void beginsWhenAReloadAsksForIt() {
        servers = Optional.of(List.of(SAYS_NOTHING));
        round();
        allAddresses = true;
        round();

        assertThat(round()).containsExactlyElementsOf(both());
    }

    @Test
    void endsWithTheDefinition() {
        servers = Optional.of(List.of(ASKS_FOR_ALL));
        round();
        assertThat(round()).hasSize(2);

        servers = Optional.of(List.of(server(Optional.of(true), "10.0.0.2:2")));
        round();
        assertThat(round()).containsExactly(new HostAndPort("10.0.0.2", 2));

        servers = Optional.of(List.of());
        round();
        assertThat(round()).isEmpty();
        assertThat(timer.waiting()).as("the next look").isOne();
    }

    @Test
    void goesOnHoweverLongNobodyDials() {
        servers = Optional.of(List.of(ASKS_FOR_ALL));
        round();
        for (int hour = 0; hour < 3; hour++) {
            clock.advance(Duration.ofHours(1));
            round();
        }

        assertThat(round()).containsExactlyInAnyOrderElementsOf(both());
    }

    @Test
    void goesOnWhileNobodyKnowsTheServers() {
        servers = Optional.of(List.of(ASKS_FOR_ALL));
        round();
        servers = Optional.empty();
        round();

        assertThat(round()).containsExactlyElementsOf(both());
    }

    @Test
    void looksUpNamesWithoutAPortOnceAndBeforeTheFirstLogin() throws Exception {
        servers = Optional.of(List.of(server(Optional.empty(), "mc.example.com", "other.example.com:25565")));
        round();
        names.services("mc.example.com", Deadline.in(LONG));
        clock.advance(LONG);
        round();

        assertThat(lookedUp).containsExactly("mc.example.com");
    }

    @Test
    void probesWhatNamesStandForOnceThatIsKnown() throws Exception {
        servers = Optional.of(List.of(server(Optional.of(true), "mc.example.com")));
        round();
        names.services("mc.example.com", Deadline.in(LONG));
        round();

        assertThat(round()).containsExactly(new HostAndPort("10.0.0.9", 9));
    }

    @Test
    void lookThatBreaksOffIsFollowedByAnother() {
        isBroken = true;
        round();
        isBroken = false;
        servers = Optional.of(List.of(ASKS_FOR_ALL));
        round();

        assertThat(round()).containsExactlyElementsOf(both());
    }
}
