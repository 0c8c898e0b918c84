// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.TimeUnit;

/** Two event loops of one kind. */
final class LoopTransport implements Transport, AutoCloseable {
    private final boolean isEpoll;
    private final EventLoopGroup loops;

    private LoopTransport(boolean isEpoll, IoHandlerFactory handlers) {
        this.isEpoll = isEpoll;
        this.loops = new MultiThreadIoEventLoopGroup(2, handlers);
    }

    static LoopTransport nio() {
        return new LoopTransport(false, NioIoHandler.newFactory());
    }

    /** Native epoll where there is such a thing. */
    static LoopTransport best() {
        return Epoll.isAvailable() ? new LoopTransport(true, EpollIoHandler.newFactory()) : nio();
    }

    @Override
    public boolean isEpoll() {
        return isEpoll;
    }

    @Override
    public EventLoopGroup eventLoops() {
        return loops;
    }

    @Override
    public Class<? extends ServerChannel> serverChannelType() {
        return isEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    @Override
    public Class<? extends SocketChannel> channelType() {
        return isEpoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    @Override
    public void configure(Channel channel) {
        channel.config().setOption(ChannelOption.AUTO_READ, false);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
