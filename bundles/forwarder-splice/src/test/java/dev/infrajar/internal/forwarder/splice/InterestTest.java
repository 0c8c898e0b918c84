// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.tck.TransportKind;
import io.netty.channel.epoll.EpollIoOps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterestTest {
    @BeforeEach
    void needsEpoll() {
        assumeTrue(TransportKind.EPOLL.isAvailable(), "epoll constants need the native library");
    }

    @Test
    void asksForBytesOnlyWhileReading() {
        assertThat(Interest.of(true, false)).isEqualTo(EpollIoOps.EPOLLIN);
        assertThat(Interest.of(false, true).contains(EpollIoOps.EPOLLIN)).isFalse();
    }

    @Test
    void asksForSpaceOnlyWhileBlocked() {
        assertThat(Interest.of(false, true)).isEqualTo(EpollIoOps.EPOLLOUT);
        assertThat(Interest.of(true, true).contains(EpollIoOps.EPOLLOUT)).isTrue();
    }

    @Test
    void isNeverEmpty() {
        assertThat(Interest.of(false, false).value()).isNotZero();
    }

    @Test
    void allocatesNothing() {
        assertThat(Interest.of(true, true)).isSameAs(Interest.of(true, true));
    }
}
