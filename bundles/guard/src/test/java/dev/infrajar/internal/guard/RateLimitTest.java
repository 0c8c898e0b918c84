// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Rate THREE = new Rate(3, WINDOW);
    private static final Rate OFF = new Rate(0, WINDOW);

    private final ManualClock clock = new ManualClock();
    private final RateLimit limit = new RateLimit(clock, THREE);

    private static ClientKey client(long number) {
        return new ClientKey(number, false);
    }

    private long admitted(ClientKey client, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> limit.admits(client))
                .count();
    }

    @Test
    void countsEachClientForItself() {
        assertThat(admitted(client(1), 5)).isEqualTo(3);
        assertThat(admitted(client(2), 5)).isEqualTo(3);
        assertThat(admitted(new ClientKey(1, true), 5)).isEqualTo(3);
    }

    @Test
    void zeroSwitchesItOff() {
        limit.set(OFF);

        assertThat(admitted(client(1), 10_000)).isEqualTo(10_000);
        assertThat(limit.known()).isZero();
    }

    @Test
    void forgetsClientsThatAreAsGoodAsNew() {
        for (int i = 0; i < 1_000; i++) {
            limit.admits(client(i));
        }
        assertThat(limit.known()).isEqualTo(1_000);

        clock.pass(WINDOW.plusNanos(1));

        assertThat(limit.known()).isZero();
        assertThat(admitted(client(1), 5)).isEqualTo(3);
    }

    @Test
    void anotherWindowIsRememberedForItsOwnLength() {
        limit.set(new Rate(1, Duration.ofHours(1)));
        limit.admits(client(1));

        clock.pass(Duration.ofMinutes(59));
        assertThat(limit.admits(client(1))).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(limit.admits(client(1))).isTrue();
    }

    @Test
    void anotherRateIsInForceAtOnce() {
        admitted(client(1), 3);

        limit.set(new Rate(300, WINDOW));
        clock.pass(Duration.ofMillis(340));
        assertThat(admitted(client(1), 100)).isPositive();
        limit.set(OFF);
        assertThat(admitted(client(1), 100)).isEqualTo(100);
        limit.set(THREE);
        assertThat(limit.rate()).isEqualTo(THREE);
        assertThat(admitted(client(2), 100)).isEqualTo(3);
    }

    @Test
    void staysBoundedUnderAFloodOfAddressesAndKeepsWhoComesOften() {
        ClientKey busy = client(-1);
        admitted(busy, 100);

        for (int i = 0; i < 5 * RateLimit.MAX_CLIENTS; i++) {
            limit.admits(client(i));
            if (i % 1_000 == 0) {
                assertThat(limit.admits(busy))
                        .as("the busy one after %d others", i)
                        .isFalse();
            }
        }

        assertThat(limit.known()).isLessThanOrEqualTo(RateLimit.MAX_CLIENTS);
    }

    @Test
    void admitsNoMoreWhenAllComeAtTheSameMoment() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 200; round++) {
                ClientKey client = client(round);
                Callable<Long> some = () -> admitted(client, 5);
                long all = 0;
                for (Future<Long> part : threads.invokeAll(List.of(some, some, some, some))) {
                    all += part.get();
                }
                assertThat(all).isEqualTo(3);
            }
        }
    }

    @Test
    void requestOfAKnownClientAllocatesNextToNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ClientKey known = client(1);
        admitted(known, 50_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        admitted(known, 50_000);

        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes / 50_000).as("bytes for each request").isLessThan(32);
    }
}
