// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.FakeForwarder;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Link;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopWatchTest {
    private static final TimeLimits NONE = TimeLimits.of(new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO));

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final LoopWatch watch = new LoopWatch(channel.eventLoop(), nanos::get);
    private final Forwarder forwarder = new FakeForwarder(
            new Link(
                    new End(channel, Unpooled.EMPTY_BUFFER, false),
                    new End(channel, Unpooled.EMPTY_BUFFER, false),
                    ended -> {}),
            new AtomicBoolean());
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void doesOnceWhatWaitsForSessionToLast() {
        watch.add(forwarder, NONE, runs::incrementAndGet);
        pass(Duration.ofMillis(900));
        assertThat(runs).hasValue(0);

        pass(Duration.ofMillis(350));
        assertThat(runs).hasValue(1);
        pass(Duration.ofSeconds(5));
        assertThat(runs).hasValue(1);
    }

    @Test
    void doesNothingForSessionThatIsOverSooner() {
        watch.add(forwarder, NONE, runs::incrementAndGet);
        pass(Duration.ofMillis(900));
        watch.remove(forwarder);
        pass(Duration.ofSeconds(5));

        assertThat(runs).hasValue(0);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }
}
