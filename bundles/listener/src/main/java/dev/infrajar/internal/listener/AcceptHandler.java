// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening channel's handler: prepares each accepted channel, keeps to the ceiling, and slows down when accepting
 * fails. It reads nothing from clients.
 *
 * <p>With a ceiling {@code autoRead} is off: each {@code read()} then accepts exactly one connection, and is called only while a
 * permit is free. Without one Netty accepts as many per wake-up as there are.
 */
final class AcceptHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptHandler.class);

    /** The first pause after an accept error; it doubles with each error in a row. */
    static final long FIRST_PAUSE_MILLIS = 100;

    /** The longest pause. */
    static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Transport transport;
    private final Permits permits;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean paused;

    AcceptHandler(Transport transport, Permits permits) {
        this.transport = transport;
        this.permits = permits;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        acceptOn(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel accepted = (Channel) message;
        pauseMillis = FIRST_PAUSE_MILLIS;
        permits.take();
        accepted.closeFuture().addListener((ChannelFutureListener) closed -> gone(ctx));
        transport.configure(accepted);
        ctx.fireChannelRead(accepted);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        acceptOn(ctx);
    }

    /** Too many files, no buffers, no memory: accepting at once again would only fail again. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.warn("accepting failed, next try in {} ms: {}", pauseMillis, cause.toString());
        paused = true;
        ctx.channel().config().setAutoRead(false);
        ctx.executor().schedule(() -> goOn(ctx), pauseMillis, TimeUnit.MILLISECONDS);
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    private void goOn(ChannelHandlerContext ctx) {
        paused = false;
        ctx.channel().config().setAutoRead(!permits.areLimited());
        acceptOn(ctx);
    }

    private void acceptOn(ChannelHandlerContext ctx) {
        if (!paused && permits.areLimited() && permits.areFree()) {
            ctx.read();
        }
    }

    private void gone(ChannelHandlerContext ctx) {
        permits.giveBack();
        if (permits.areLimited() && ctx.channel().isActive()) {
            // On the accepting loop, where permits are taken: two permits given back at once must not admit three.
            ctx.executor().execute(() -> acceptOn(ctx));
        }
    }
}
