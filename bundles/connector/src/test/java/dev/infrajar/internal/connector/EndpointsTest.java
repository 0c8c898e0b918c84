// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndpointsTest {
    private static final InetSocketAddress FIRST = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 1);
    private static final InetSocketAddress SECOND = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 1);
    private static final InetSocketAddress THIRD = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.3"), 1);

    private final ManualClock clock = new ManualClock();
    private final Endpoints endpoints = new Endpoints(clock);

    private List<InetSocketAddress> inOrder() {
        return endpoints.inOrder(List.of(FIRST.getAddress(), SECOND.getAddress(), THIRD.getAddress()), FIRST.getPort());
    }

    @Test
    void triesThemAsTheyCame() {
        assertThat(inOrder()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void putsThoseThatFailedBehindUntilSomebodyConnects() {
        endpoints.failed(FIRST);
        clock.advance(Endpoints.RECHECK.multipliedBy(100));
        assertThat(inOrder()).containsExactly(SECOND, THIRD, FIRST);

        endpoints.connected(FIRST);

        assertThat(inOrder()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void oneThatFailedIsDueForOneCallerEveryHalfMinute() {
        endpoints.failed(FIRST);
        assertThat(endpoints.takeDue(inOrder())).isEmpty();
        clock.advance(Endpoints.RECHECK);

        assertThat(endpoints.takeDue(inOrder())).containsExactly(FIRST);
        assertThat(endpoints.takeDue(inOrder())).isEmpty();
        clock.advance(Endpoints.RECHECK);
        assertThat(endpoints.takeDue(inOrder())).containsExactly(FIRST);
    }

    @Test
    void forgetsTheOldestOfVeryMany() {
        endpoints.failed(FIRST);
        for (int port = 2; port < 2000; port++) {
            endpoints.failed(new InetSocketAddress(FIRST.getAddress(), port));
        }

        assertThat(inOrder()).containsExactly(FIRST, SECOND, THIRD);
    }
}
