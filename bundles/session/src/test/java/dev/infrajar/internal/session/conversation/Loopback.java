// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.phase.HoldHandler;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Connections on the loopback interface, configured as the transport does it and held still, all on one event loop. */
public final class Loopback implements AutoCloseable {
    /** Only what is broken comes near it. */
    public static final int LIMIT_SECONDS = 30;

    private final Class<? extends SocketChannel> channelType;
    private final EventLoopGroup loop;
    private final Channel listener;
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();

    /** The kinds of sockets. */
    public enum Kind {
        NIO,
        EPOLL;

        /** Those that this machine has. */
        public static Stream<Kind> available() {
            return Stream.of(values()).filter(kind -> kind == NIO || Epoll.isAvailable());
        }
    }

    /** A connection of two channels. */
    public record Pair(Channel server, Channel client) {}

    public Loopback(Kind kind) throws InterruptedException {
        boolean isEpoll = kind == Kind.EPOLL;
        Class<? extends ServerChannel> serverType =
                isEpoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        this.channelType = isEpoll ? EpollSocketChannel.class : NioSocketChannel.class;
        this.loop =
                new MultiThreadIoEventLoopGroup(1, isEpoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        this.listener = new ServerBootstrap()
                .group(loop)
                .channel(serverType)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(hold());
                        accepted.add(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
    }

    private static HoldHandler hold() {
        return new HoldHandler(rejection -> {});
    }

    /** The far end of the next {@link #accept}. */
    public Socket connectSocket() throws IOException {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_SECONDS * 1000);
        return socket;
    }

    public Channel accept() throws InterruptedException {
        return Objects.requireNonNull(accepted.poll(LIMIT_SECONDS, TimeUnit.SECONDS), "nobody connects");
    }

    public Pair connect() throws InterruptedException {
        Channel client = new Bootstrap()
                .group(loop)
                .channel(channelType)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(hold())
                .connect(listener.localAddress())
                .sync()
                .channel();
        return new Pair(accept(), client);
    }

    /** Begins a conversation on a channel that is held. */
    public ChannelConversation converse(Channel channel, ConversationTerms terms) throws InterruptedException {
        return onLoop(() -> ChannelConversation.begin(
                channel.pipeline().get(HoldHandler.class).release(), terms));
    }

    /** Runs something on the event loop and waits for it. */
    public <T> T onLoop(Callable<T> task) throws InterruptedException {
        return loop.next().submit(task).sync().getNow();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
