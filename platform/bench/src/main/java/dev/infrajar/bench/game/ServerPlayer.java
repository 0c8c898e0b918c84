// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Order;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection of the server: its login, then the order. What comes from the client is sent back, or dropped. */
final class ServerPlayer extends ChannelInboundHandlerAdapter {
    /** Rounds that are sent before others get their turn. */
    private static final int ROUNDS_AT_ONCE = 4;

    private final PacketStream stream;
    private final AtomicInteger players;
    private final ServerLogin login = new ServerLogin();
    private final Unread unread = new Unread();

    ServerPlayer(PacketStream stream, AtomicInteger players) {
        this.stream = stream;
        this.players = players;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        players.incrementAndGet();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        players.decrementAndGet();
        unread.release();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws IOException {
        ByteBuf bytes = (ByteBuf) message;
        Order order = login.order();
        if (order == null) {
            login(ctx.channel(), bytes);
        } else if (order == Order.ECHO) {
            ctx.writeAndFlush(bytes, ctx.voidPromise());
        } else {
            bytes.release();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (login.order() == Order.SOURCE) {
            send(ctx.channel());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // The client sees the end and reports it, with the measure it belongs to.
        ctx.close();
    }

    private void login(Channel channel, ByteBuf bytes) throws IOException {
        ByteBuf all = unread.with(bytes);
        try {
            ByteBuf out = channel.alloc().buffer();
            login.take(all, out);
            channel.writeAndFlush(out, channel.voidPromise());
            Order order = login.order();
            if (order == null) {
                unread.keep(all);
            } else {
                begin(channel, order, all);
            }
        } finally {
            all.release();
        }
    }

    /** The first bytes of what is to be sent back may have come with the order. */
    private void begin(Channel channel, Order order, ByteBuf rest) {
        if (order == Order.SOURCE) {
            send(channel);
        } else if (order == Order.ECHO) {
            channel.writeAndFlush(rest.retainedSlice(), channel.voidPromise());
        }
    }

    private void send(Channel channel) {
        for (int i = 0; i < ROUNDS_AT_ONCE && channel.isActive() && channel.isWritable(); i++) {
            channel.writeAndFlush(stream.round().retain(), channel.voidPromise());
        }
        if (channel.isActive() && channel.isWritable()) {
            channel.eventLoop().execute(() -> send(channel));
        }
    }
}
