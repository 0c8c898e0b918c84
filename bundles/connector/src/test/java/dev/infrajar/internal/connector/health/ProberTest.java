// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.ManualClock;
import dev.infrajar.internal.connector.ManualTimer;
import dev.infrajar.net.core.HostAndPort;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ProberTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Probe.Result PASSES = new Probe.Result.Passed(1_000_000);
    private static final Probe.Result FAILS = new Probe.Result.Failed("no answer", Evidence.CONNECT);

    private final ManualClock clock = new ManualClock();
    private final ManualTimer timer = new ManualTimer();
    private final HealthNotes health = new HealthNotes(clock);
    private final BackendTable backends = new BackendTable(clock);
    private final Queue<Probe.Result> results = new ArrayDeque<>();
    private HealthSettings settings = settings(true, false);
    private final Prober prober = new Prober((_, _) -> results.remove(), timer, health, backends);
    private final Backend backend =
            backends.use(new HostAndPort("10.0.0.1", 1), new BackendUser("survival", false, () -> settings));

    private static HealthSettings settings(boolean isEnabled, boolean allAddresses) {
        return new HealthSettings(isEnabled, ProbeType.TCP, INTERVAL, Duration.ofSeconds(3), allAddresses);
    }

    private Standing standing() {
        return backend.standing(clock.getAsLong(), settings.isEnabled());
    }

    private void fail() {
        health.failed(backend, Failure.toConnect("connection refused"));
        prober.watch(backend);
    }

    @Test
    void leavesBackendsInPeaceThatHaveNotFailed() {
        prober.watch(backend);

        assertThat(timer.waiting()).isZero();
    }

    @Test
    void probesOneThatFailedSoonAndEndsWhenItIsBack() {
        fail();
        results.add(PASSES);
        timer.runNext();

        assertThat(timer.delays()).containsExactly(Prober.FIRST);
        assertThat(timer.waiting()).isZero();
        assertThat(standing()).isEqualTo(Standing.READY);
    }

    @Test
    void goesOnAtItsIntervalUntilItIsBack() {
        fail();
        results.add(FAILS);
        results.add(FAILS);
        results.add(PASSES);

        timer.runNext();
        assertThat(standing()).isEqualTo(Standing.OUT);
        timer.runNext();
        timer.runNext();

        assertThat(standing()).isEqualTo(Standing.READY);
        assertThat(timer.delays()).containsExactly(Prober.FIRST, INTERVAL, INTERVAL);
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void watchesEachBackendOnce() {
        fail();
        fail();

        assertThat(timer.waiting()).isOne();
    }

    @Test
    void beginsAgainWhenItFailsAgain() {
        fail();
        results.add(PASSES);
        timer.runNext();

        fail();

        assertThat(timer.waiting()).isOne();
    }

    @Test
    void blamesNobodyWhenTheProxyCouldNotAsk() {
        fail();
        results.add(new Probe.Result.Inconclusive("Too many open files"));
        timer.runNext();

        assertThat(standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(timer.waiting()).isOne();
    }

    @Test
    void probesNothingWhereItIsOff() {
        settings = settings(false, false);
        fail();

        assertThat(timer.waiting()).isZero();
    }

    @Test
    void endsWhenItIsSwitchedOff() {
        fail();
        settings = settings(false, false);
        timer.runNext();

        assertThat(timer.waiting()).isZero();
    }

    @Test
    void probesAllWhereItIsToldToAndTakesSilentOneOut() {
        settings = settings(true, true);
        prober.watch(backend);
        results.add(PASSES);
        results.add(FAILS);
        results.add(FAILS);

        timer.runNext();
        assertThat(standing()).isEqualTo(Standing.READY);
        timer.runNext();
        assertThat(standing()).isEqualTo(Standing.DOUBTFUL);
        timer.runNext();

        assertThat(standing()).isEqualTo(Standing.OUT);
        assertThat(timer.delays()).containsExactly(Prober.FIRST, INTERVAL, INTERVAL, INTERVAL);
    }

    @Test
    void endsWhenNobodyDialsTheBackendAnyMore() {
        fail();
        clock.advance(BackendTable.FORGOTTEN_AFTER.plusNanos(1));
        timer.runNext();

        assertThat(timer.waiting()).isZero();
    }

    @Test
    void probeThatBreaksOffIsFollowedByAnother() {
        fail();
        timer.runNext();

        assertThat(timer.waiting()).isOne();
    }

    @Test
    void interruptEndsTheWatch() {
        Prober interrupted = new Prober(
                (_, _) -> {
                    throw new InterruptedException();
                },
                timer,
                health,
                backends);
        health.failed(backend, Failure.toConnect("connection refused"));
        interrupted.watch(backend);

        timer.runNext();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(timer.waiting()).isZero();
    }
}
