// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.SocketChannel;

/** For code that asks what the transport is and opens no socket. */
public record NoTransport(boolean isEpoll) implements Transport {
    public NoTransport() {
        this(true);
    }

    @Override
    public EventLoopGroup eventLoops() {
        throw new AssertionError("no loop is needed");
    }

    @Override
    public Class<? extends ServerChannel> serverChannelType() {
        throw new AssertionError("no socket is opened");
    }

    @Override
    public Class<? extends SocketChannel> channelType() {
        throw new AssertionError("no socket is opened");
    }

    @Override
    public void configure(Channel channel) {
        throw new AssertionError("no socket is opened");
    }
}
