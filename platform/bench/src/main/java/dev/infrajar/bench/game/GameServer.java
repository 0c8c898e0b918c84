// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The server behind every proxy that sees packets: logs players in and does what each {@linkplain ServerPlayer orders}. One event loop. */
public final class GameServer implements Closeable {
    private static final int BACKLOG = 1024;
    private static final int LIMIT_SECONDS = 2;

    /** Bytes: so much is always there to be sent, at a time as much as the socket takes. */
    private static final WriteBufferWaterMark UNDER_WAY = new WriteBufferWaterMark(512 * 1024, 1024 * 1024);

    private final EventLoopGroup group;
    private final Channel listener;
    private final AtomicInteger players;

    private GameServer(EventLoopGroup group, Channel listener, AtomicInteger players) {
        this.group = group;
        this.listener = listener;
        this.players = players;
    }

    /**
     * Binds and serves from now on.
     *
     * @param address on loopback
     * @param stream what players are sent that want a stream
     * @throws IOException if it cannot be bound
     */
    public static GameServer start(InetSocketAddress address, PacketStream stream) throws IOException {
        AtomicInteger players = new AtomicInteger();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("game-server", true), EpollIoHandler.newFactory());
        var bind = new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNDER_WAY)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new ServerPlayer(stream, players));
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bind.isSuccess()) {
            group.shutdownGracefully();
            throw new IOException("cannot bind " + address, bind.cause());
        }
        return new GameServer(group, bind.channel(), players);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** Connections that have not ended yet. */
    public int players() {
        return players.get();
    }

    /** Ends all connections and the port. Blocks for {@value #LIMIT_SECONDS} s at most. */
    @Override
    public void close() {
        group.shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
