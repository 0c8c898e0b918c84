// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.FrameCounts;
import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhaseWatchTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LOGIN = Duration.ofSeconds(45);

    private final FakeRelay relay = new FakeRelay();
    private long now;

    private static final class FakeRelay implements PacketForwarder {
        final FakeFlow serverbound = new FakeFlow();
        final FakeFlow clientbound = new FakeFlow();
        Phase client = Phase.LOGIN;
        Phase backend = Phase.LOGIN;

        @Override
        public void send(Direction direction, ByteBuf packet) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public Phase phase(Direction direction) {
            return direction == Direction.SERVERBOUND ? client : backend;
        }

        @Override
        public FrameCounts counts(Direction direction) {
            throw new AssertionError("nothing is counted");
        }

        @Override
        public void start() {
            throw new AssertionError("it has started");
        }

        @Override
        public void abort(Outcome outcome) {
            throw new AssertionError("whoever watches aborts");
        }

        @Override
        public Flow serverbound() {
            return serverbound;
        }

        @Override
        public Flow clientbound() {
            return clientbound;
        }
    }

    private final AtomicInteger told = new AtomicInteger();
    private final TimeLimits limits =
            new TimeLimits(new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO), LOGIN, told::incrementAndGet);

    private Outcome.@Nullable Failed after(PhaseWatch watch, Duration time) {
        now += time.toNanos();
        return watch.check(now);
    }

    private void bothIn(Phase phase) {
        relay.client = phase;
        relay.backend = phase;
    }

    @Test
    void loginHasATimeHoweverMuchIsSaid() {
        PhaseWatch watch = new PhaseWatch(relay, limits, now);
        relay.serverbound.read++;
        relay.clientbound.read++;

        assertThat(after(watch, LOGIN.minus(MOMENT))).isNull();
        assertThat(told).hasValue(0);
        assertThat(after(watch, MOMENT))
                .isEqualTo(new Outcome.Failed(Blame.BACKEND, "the login was not over after 45 s"));
        assertThat(told).as("the player is told why").hasValue(1);
    }

    @Test
    void configurationGoesOnWhileBothTalk() {
        PhaseWatch watch = new PhaseWatch(relay, limits, now);
        bothIn(Phase.CONFIGURATION);
        for (int i = 0; i < 10; i++) {
            relay.serverbound.read++;
            relay.clientbound.read++;
            assertThat(after(watch, PhaseWatch.SILENCE.minus(MOMENT))).isNull();
        }
    }

    @Test
    void blamesTheOneThatFallsSilentWhileItConfigures() {
        bothIn(Phase.CONFIGURATION);
        relay.backend = Phase.PLAY;
        PhaseWatch watch = new PhaseWatch(relay, limits, now);
        relay.clientbound.read++;
        assertThat(after(watch, PhaseWatch.SILENCE.minus(MOMENT))).isNull();

        assertThat(after(watch, MOMENT))
                .isEqualTo(new Outcome.Failed(Blame.CLIENT, "no byte from the client for 60000 ms"));
    }

    @Test
    void silenceCountsFromTheBeginningOfThePhase() {
        bothIn(Phase.PLAY);
        PhaseWatch watch = new PhaseWatch(relay, limits, now);
        assertThat(after(watch, Duration.ofHours(1))).isNull();

        bothIn(Phase.CONFIGURATION);
        assertThat(after(watch, Duration.ZERO)).isNull();
        assertThat(after(watch, PhaseWatch.SILENCE.minus(MOMENT))).isNull();
        assertThat(after(watch, MOMENT)).isNotNull();
    }
}
