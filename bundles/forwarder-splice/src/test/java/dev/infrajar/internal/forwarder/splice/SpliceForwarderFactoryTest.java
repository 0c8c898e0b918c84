// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.filter.ByteFilters;
import dev.infrajar.net.filter.FilteredRoute;
import dev.infrajar.tck.TransportKind;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.junit.jupiter.api.Test;

class SpliceForwarderFactoryTest {
    private final SpliceForwarderFactory factory = new SpliceForwarderFactory();

    @Test
    void supportsTwoEpollChannels() {
        assumeTrue(TransportKind.EPOLL.isAvailable(), "splice needs epoll");
        Channel client = new EpollSocketChannel();
        Channel backend = new EpollSocketChannel();

        assertThat(factory.supports(client, backend)).isTrue();
        client.unsafe().closeForcibly();
        backend.unsafe().closeForcibly();
    }

    @Test
    void refusesOtherChannels() {
        Channel client = new NioSocketChannel();
        Channel backend = new NioSocketChannel();

        assertThat(factory.supports(client, backend)).isFalse();
        client.unsafe().closeForcibly();
        backend.unsafe().closeForcibly();
    }

    @Test
    void leavesConnectionsWhoseBytesAFilterWantsToOthers() {
        assumeTrue(TransportKind.EPOLL.isAvailable(), "splice needs epoll");
        Channel client = new EpollSocketChannel();
        Channel backend = new EpollSocketChannel();
        Filters filters = new Filters();
        client.pipeline().addLast(filters);

        assertThat(factory.supports(client, backend)).isFalse();
        client.pipeline().remove(filters);
        assertThat(factory.supports(client, backend)).isTrue();
        client.unsafe().closeForcibly();
        backend.unsafe().closeForcibly();
    }

    /** What the listener puts in front where a filter wants bytes. */
    private static final class Filters extends ChannelHandlerAdapter implements ByteFilters {
        @Override
        public void routed(FilteredRoute route) {}
    }
}
