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
 * <p>With a ceiling {@code autoRead} is off: each {@code read()} then accepts exactly one connection, and is called only with a
 * permit in hand. Without one Netty accepts as many per wake-up as there are. The ceiling may change at any time, and is
 * shared with the socket that takes this one's place.
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
    private boolean hasPermit;

    AcceptHandler(Transport transport, Permits permits) {
        this.transport = transport;
        this.permits = permits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        transport.configureListener(ctx.channel());
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        permits.onChange(() -> ctx.executor().execute(() -> goOn(ctx)));
        goOn(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        returnPermit();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Channel accepted = (Channel) message;
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (!hasPermit) {
            permits.take();
        }
        hasPermit = false;
        accepted.closeFuture().addListener((ChannelFutureListener) closed -> permits.giveBack());
        transport.configure(accepted);
        ctx.fireChannelRead(accepted);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        goOn(ctx);
    }

    /** Too many files, no buffers, no memory: accepting at once again would only fail again. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.warn("accepting failed, next try in {} ms: {}", pauseMillis, cause.toString());
        paused = true;
        ctx.channel().config().setAutoRead(false);
        ctx.executor().schedule(() -> endPause(ctx), pauseMillis, TimeUnit.MILLISECONDS);
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    private void endPause(ChannelHandlerContext ctx) {
        paused = false;
        goOn(ctx);
    }

    /** Accepts as the ceiling of this moment allows. */
    private void goOn(ChannelHandlerContext ctx) {
        if (paused || !ctx.channel().isActive()) {
            return;
        }
        if (hasPermit && permits.areExceeded()) {
            // Netty forgets a read that was asked for when autoRead is switched off, and only then.
            ctx.channel().config().setAutoRead(true);
            ctx.channel().config().setAutoRead(false);
            returnPermit();
        }
        ctx.channel().config().setAutoRead(!permits.areLimited());
        if (permits.areLimited() && (hasPermit || permits.tryTake())) {
            hasPermit = true;
            ctx.read();
        }
    }

    private void returnPermit() {
        if (hasPermit) {
            hasPermit = false;
            permits.giveBack();
        }
    }
}
