// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowWatchTest {
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Duration WRITE = Duration.ofSeconds(10);

    private final FakeFlow flow = new FakeFlow();
    private long now;

    private FlowWatch watch(Duration read, Duration write) {
        return new FlowWatch(flow, Blame.CLIENT, Blame.BACKEND, read, write, now);
    }

    private Outcome.@Nullable Failed after(FlowWatch watch, Duration time) {
        now += time.toNanos();
        return watch.check(now);
    }

    @Test
    void blamesSourceThatSendsNothing() {
        FlowWatch watch = watch(READ, WRITE);

        assertThat(after(watch, READ.minusMillis(1))).isNull();
        assertThat(after(watch, Duration.ofMillis(1)))
                .isEqualTo(new Outcome.Failed(Blame.CLIENT, "no byte from the client for 30000 ms"));
    }

    @Test
    void countsFromTheLastByte() {
        FlowWatch watch = watch(READ, WRITE);
        after(watch, READ.dividedBy(2));
        flow.read++;
        after(watch, Duration.ZERO);

        assertThat(after(watch, READ.minusMillis(1))).isNull();
        assertThat(after(watch, Duration.ofMillis(1))).isNotNull();
    }

    @Test
    void doesNotCountSilenceWhileSinkIsBehind() {
        FlowWatch watch = watch(READ, Duration.ZERO);
        flow.reading = false;
        flow.pending = 1;
        assertThat(after(watch, READ.multipliedBy(3))).isNull();

        flow.reading = true;
        flow.pending = 0;
        assertThat(after(watch, READ.minusMillis(1))).isNull();
        assertThat(after(watch, Duration.ofMillis(1))).isNotNull();
    }

    @Test
    void blamesSinkThatTakesNothing() {
        FlowWatch watch = watch(READ, WRITE);
        flow.read = 100;
        flow.pending = 60;
        flow.reading = false;
        assertThat(after(watch, Duration.ZERO)).isNull();

        assertThat(after(watch, WRITE.minusMillis(1))).isNull();
        assertThat(after(watch, Duration.ofMillis(1)))
                .isEqualTo(new Outcome.Failed(Blame.BACKEND, "the backend has taken no byte for 10000 ms"));
    }

    @Test
    void countsSlowSinkAsProgress() {
        FlowWatch watch = watch(READ, WRITE);
        flow.read = 100;
        flow.pending = 60;
        flow.reading = false;
        for (int i = 0; i < 20; i++) {
            flow.pending--;
            assertThat(after(watch, WRITE.minusMillis(1))).isNull();
        }
    }

    @Test
    void looksAtOpenDirectionAlone() {
        FlowWatch watch = watch(READ, WRITE);
        flow.open = false;

        assertThat(after(watch, Duration.ofDays(1))).isNull();
    }

    @Test
    void waitsForEverWhereLimitsAreZero() {
        FlowWatch watch = watch(Duration.ZERO, Duration.ZERO);
        flow.pending = 1;
        assertThat(after(watch, Duration.ofDays(1))).isNull();
        assertThat(after(watch, Duration.ofDays(1))).isNull();
    }
}
