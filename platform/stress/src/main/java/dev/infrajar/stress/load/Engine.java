// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The event loop that makes all load of this process: native epoll where it is there, else NIO. */
public final class Engine implements Closeable {
    private static final int LIMIT_SECONDS = 2;

    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Supplier<SocketChannel> sockets;

    private Engine(IoHandlerFactory ioHandlers, Supplier<SocketChannel> sockets) {
        this.group = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load", true), ioHandlers);
        this.loop = group.next();
        this.sockets = sockets;
    }

    /** Starts one; the caller closes it. */
    public static Engine start() {
        return Epoll.isAvailable()
                ? new Engine(EpollIoHandler.newFactory(), EpollSocketChannel::new)
                : new Engine(NioIoHandler.newFactory(), NioSocketChannel::new);
    }

    /** Begins a run. */
    public Load begin(Plan plan) {
        Load load = new Load(plan, loop, this::socket);
        loop.execute(load::begin);
        return load;
    }

    /** Closes what is still open. Blocks for {@value #LIMIT_SECONDS} s at most. */
    @Override
    public void close() {
        group.shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private SocketChannel socket() {
        SocketChannel socket = sockets.get();
        socket.config().setTcpNoDelay(true);
        // Each visit has a limit of its own that covers its connect too.
        socket.config().setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
        return socket;
    }
}
