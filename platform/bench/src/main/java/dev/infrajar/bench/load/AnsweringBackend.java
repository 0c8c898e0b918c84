// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A Minecraft server that does no more than answer: a status request with a fixed text, a ping with its pong, a login
 * start with an encryption request. It leaves it to the client to close. One event loop.
 */
public final class AnsweringBackend implements Closeable {
    private static final int BACKLOG = 1024;
    private static final int LIMIT_SECONDS = 2;

    private final EventLoopGroup group;
    private final Channel listener;

    private AnsweringBackend(EventLoopGroup group, Channel listener) {
        this.group = group;
        this.listener = listener;
    }

    /**
     * Binds and answers from now on.
     *
     * @param address on loopback
     * @throws IOException if it cannot be bound
     */
    public static AnsweringBackend start(InetSocketAddress address) throws IOException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("answering-backend", true), EpollIoHandler.newFactory());
        var bind = new ServerBootstrap()
                .group(group)
                .channel(EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Answers());
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bind.isSuccess()) {
            group.shutdownGracefully();
            throw new IOException("cannot bind " + address, bind.cause());
        }
        return new AnsweringBackend(group, bind.channel());
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** Ends all connections and the port. Blocks for {@value #LIMIT_SECONDS} s at most. */
    @Override
    public void close() {
        group.shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** One connection: expects whole packets, which the few bytes of these always are on loopback. */
    private static final class Answers extends ChannelInboundHandlerAdapter {
        private static final int MAX_HOST_CHARS = 255;
        private static final int NEXT_STATUS = 1;
        private static final ByteBuf STATUS = frame(status());
        private static final ByteBuf ENCRYPTION_REQUEST = frame(encryptionRequest());

        private boolean hasHandshake;
        private boolean isStatus;
        private boolean isAnswered;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            try {
                while (bytes.isReadable()) {
                    take(ctx, bytes, bytes.readSlice(VarInts.read(bytes)));
                }
            } finally {
                bytes.release();
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            ctx.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            // A reset, or a packet in pieces: the client sees the end and the turn fails with it.
            ctx.close();
        }

        private void take(ChannelHandlerContext ctx, ByteBuf rest, ByteBuf packet) {
            if (!hasHandshake) {
                hasHandshake = true;
                isStatus = nextState(packet) == NEXT_STATUS;
            } else if (!isAnswered) {
                isAnswered = true;
                ctx.write((isStatus ? STATUS : ENCRYPTION_REQUEST).retainedDuplicate(), ctx.voidPromise());
            } else if (isStatus) {
                ctx.write(frame(packet), ctx.voidPromise());
            } else {
                rest.skipBytes(rest.readableBytes());
            }
        }

        private static int nextState(ByteBuf handshake) {
            VarInts.read(handshake);
            VarInts.read(handshake);
            WireStrings.read(handshake, MAX_HOST_CHARS);
            handshake.readUnsignedShort();
            return VarInts.read(handshake);
        }

        private static ByteBuf status() {
            ByteBuf out = Unpooled.buffer().writeByte(0);
            WireStrings.write(out, """
                    {"version":{"name":"26.1","protocol":775},"players":{"max":500,"online":3,"sample":[\
                    {"name":"first","id":"00000000-0000-4000-8000-000000000001"},\
                    {"name":"second","id":"00000000-0000-4000-8000-000000000002"},\
                    {"name":"third","id":"00000000-0000-4000-8000-000000000003"}]},\
                    "description":{"text":"A server of the benchmark","color":"gold"},"enforcesSecureChat":true}""");
            return out;
        }

        /** Of the usual size: an RSA key of 1024 bits (162 bytes in X.509) and a token of 4 bytes. */
        private static ByteBuf encryptionRequest() {
            ByteBuf out = Unpooled.buffer().writeByte(1);
            WireStrings.write(out, "");
            VarInts.write(out, 162);
            out.writeZero(162);
            VarInts.write(out, 4);
            return out.writeZero(4).writeBoolean(true);
        }

        private static ByteBuf frame(ByteBuf body) {
            ByteBuf out = Unpooled.directBuffer(VarInts.MAX_BYTES + body.readableBytes());
            VarInts.write(out, body.readableBytes());
            return out.writeBytes(body);
        }
    }
}
