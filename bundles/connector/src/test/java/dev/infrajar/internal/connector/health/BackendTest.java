// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.infrajar.internal.connector.Definitions;
import dev.infrajar.internal.connector.ManualClock;
import dev.infrajar.net.core.HostAndPort;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class BackendTest {
    private static final Duration SLOW_START = Duration.ofSeconds(20);

    private final ManualClock clock = new ManualClock();
    private final Backend backend =
            new Backend(new HostAndPort("10.0.0.1", 1), Definitions.user("survival"), clock.getAsLong());

    private double weight() {
        return backend.candidate(4, SLOW_START, clock.getAsLong()).weight();
    }

    @Test
    void newOneHasItsFullShare() {
        assertThat(weight()).isEqualTo(4);
    }

    @Test
    void shareOfOneThatIsBackGrowsFromTenth() {
        backend.returned(clock.getAsLong());

        assertThat(weight()).isEqualTo(0.4);
        clock.advance(Duration.ofSeconds(10));
        assertThat(weight()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        assertThat(weight()).isEqualTo(4);
        clock.advance(Duration.ofDays(1));
        assertThat(weight()).isEqualTo(4);
    }

    @Test
    void shareIsWholeAtOnceWithoutSlowStart() {
        backend.returned(clock.getAsLong());

        assertThat(backend.candidate(4, Duration.ZERO, clock.getAsLong()).weight())
                .isEqualTo(4);
    }

    @Test
    void onlyOneLoginAtATimeTriesWhatTimeHasMadeReady() {
        for (int i = 0; i < Condition.FAILURES; i++) {
            backend.failed(Failure.toConnect("no answer"), clock.getAsLong());
        }
        clock.advance(Condition.BACK_OFF);
        assertThat(backend.standing(clock.getAsLong(), false)).isEqualTo(Standing.READY);

        backend.tryBegins();

        assertThat(backend.standing(clock.getAsLong(), false)).isEqualTo(Standing.DOUBTFUL);
        backend.tryEnds();
        assertThat(backend.standing(clock.getAsLong(), false)).isEqualTo(Standing.READY);
    }

    @Test
    void connectionEndsWhatAProbeBeganOnceNobodyProbesAnyMore() {
        AtomicBoolean isProbed = new AtomicBoolean(true);
        Backend silent = new Backend(
                new HostAndPort("10.0.0.1", 2),
                new BackendUser(
                        "survival",
                        false,
                        () -> new HealthSettings(
                                isProbed.get(),
                                ProbeType.STATUS,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(3),
                                false)),
                clock.getAsLong());
        Failure noAnswer = new Failure("no status answer", Evidence.ANSWER, true);
        silent.failed(noAnswer, clock.getAsLong());
        silent.failed(noAnswer, clock.getAsLong());
        silent.worked(Evidence.CONNECT);
        assertThat(silent.isUp()).isFalse();

        isProbed.set(false);
        silent.worked(Evidence.CONNECT);

        assertThat(silent.isUp()).isTrue();
    }

    @Test
    void triesOfOneThatIsUpAreNoReasonForDoubt() {
        backend.tryBegins();

        assertThat(backend.standing(clock.getAsLong(), false)).isEqualTo(Standing.READY);
    }

    @Test
    void latencyIsMovingAverageThatFadesForStrategies() {
        backend.measured(10_000_000, clock.getAsLong());
        backend.measured(20_000_000, clock.getAsLong());

        assertThat(backend.latency()).contains(Duration.ofMillis(13));
        clock.advance(Duration.ofSeconds(60));
        assertThat(backend.candidate(1, Duration.ZERO, clock.getAsLong())
                        .latencyNanos()
                        .orElseThrow())
                .isCloseTo(13_000_000 / 4.0, within(1.0));
        assertThat(backend.latency()).contains(Duration.ofMillis(13));
    }
}
