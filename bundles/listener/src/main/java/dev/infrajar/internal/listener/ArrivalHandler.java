// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * A connection that nobody has taken yet: it waits for the session bundle where that is being replaced, and keeps the bytes
 * behind a PROXY header and the client's EOF for it. (Netty reads although nobody has asked when the peer has sent its
 * EOF.) It leaves the pipeline when the connection is taken.
 */
final class ArrivalHandler extends ChannelDuplexHandler {
    /** How long a new connection waits for the session bundle. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** As much as may come before a login is accepted. */
    static final int MAX_KEPT_BYTES = 64 * 1024;

    private static final long RETRY_MILLIS = 50;

    private final ClientConnection connection;
    private final Arrivals arrivals;
    private final Deque<ByteBuf> kept = new ArrayDeque<>(2);
    private int keptBytes;
    private boolean inputClosed;
    private boolean readAsked;

    ArrivalHandler(ClientConnection connection, Arrivals arrivals) {
        this.connection = connection;
        this.arrivals = arrivals;
    }

    /** As a task: the decoder of a header has first to leave and to let go of the bytes behind it. */
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.executor().execute(() -> offer(ctx, PATIENCE.toMillis() / RETRY_MILLIS));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        releaseKept();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        releaseKept();
        ctx.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        kept.add(bytes);
        keptBytes += bytes.readableBytes();
        if (keptBytes > MAX_KEPT_BYTES) {
            releaseKept();
            arrivals.refuse(ctx.channel(), Refusal.TOO_MANY_BYTES);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        // Nobody is behind this handler yet.
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        inputClosed |= event instanceof ChannelInputShutdownEvent;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    /** Holds the wish of who takes the connection until the kept bytes have been given. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        readAsked = true;
    }

    private void offer(ChannelHandlerContext ctx, long tries) {
        ConnectionAcceptor present = arrivals.acceptor();
        if (!ctx.channel().isActive()) {
            return;
        }
        if (present != null) {
            handOver(ctx, present);
        } else if (tries > 0) {
            ctx.executor().schedule(() -> offer(ctx, tries - 1), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            arrivals.refuse(ctx.channel(), Refusal.NOBODY_TO_TAKE_IT);
        }
    }

    private void handOver(ChannelHandlerContext ctx, ConnectionAcceptor acceptor) {
        acceptor.accept(connection);
        if (!kept.isEmpty()) {
            // What was asked for is here; who wants more asks again when these have been read.
            readAsked = false;
            while (!kept.isEmpty()) {
                ctx.fireChannelRead(kept.remove());
            }
            ctx.fireChannelReadComplete();
        }
        if (inputClosed) {
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        }
        ctx.pipeline().remove(this);
        if (readAsked) {
            ctx.channel().read();
        }
    }

    private void releaseKept() {
        kept.forEach(ByteBuf::release);
        kept.clear();
        keptBytes = 0;
    }
}
