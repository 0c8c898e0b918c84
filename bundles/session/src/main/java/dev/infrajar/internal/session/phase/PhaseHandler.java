// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.phase;

import dev.infrajar.net.filter.FilteredException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all phases share: it collects bytes up to a bound, asks for more only while it wants them, ends the connection at
 * its deadline, and hands what is left to the next phase.
 */
abstract class PhaseHandler extends ChannelInboundHandlerAdapter {
    private final int maxBytes;
    private final Consumer<Rejection> rejected;
    private ByteBuf received = Unpooled.EMPTY_BUFFER;
    private boolean inputClosed;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> deadline;

    PhaseHandler(int maxBytes, Consumer<Rejection> rejected) {
        this.maxBytes = maxBytes;
        this.rejected = rejected;
    }

    /** Looks at {@link #received()}; may call {@link #moveTo}, {@link #reject}, {@link #startDeadline}. */
    abstract void decode();

    /** Whether more bytes are wanted after {@link #decode}. */
    abstract boolean wantsMore();

    /** The peer has sent its EOF behind {@link #received()}. */
    abstract void inputClosed();

    /** The connection is gone; what was received has been released. */
    void connectionClosed() {}

    final ByteBuf received() {
        return received;
    }

    final boolean isInputClosed() {
        return inputClosed;
    }

    final ChannelHandlerContext context() {
        ChannelHandlerContext current = context;
        if (current == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return current;
    }

    final boolean isCurrent() {
        return context != null && !context.isRemoved();
    }

    /** Called before this is added to a pipeline; owns the bytes from now on. */
    final void beginWith(ByteBuf earlier, boolean closed) {
        received = earlier;
        inputClosed = closed;
    }

    /** Replaces this phase; the bytes not taken go along. */
    final void moveTo(PhaseHandler next) {
        next.beginWith(received, inputClosed);
        received = Unpooled.EMPTY_BUFFER;
        context().pipeline().replace(this, null, next);
    }

    /** Removes this phase and gives the bytes not taken to the caller, who releases them. */
    final ByteBuf leave() {
        ByteBuf rest = received;
        received = Unpooled.EMPTY_BUFFER;
        context().pipeline().remove(this);
        return rest;
    }

    /** Counts the reason and closes the connection without a word. */
    final void reject(Rejection reason) {
        rejected.accept(reason);
        close();
    }

    /** Closes the connection without a word. */
    final void close() {
        context().close();
    }

    /** Rejects the connection for a reason when the time is over; replaces an earlier deadline. */
    final void startDeadline(Duration limit, Rejection reason) {
        startTimer(limit, () -> reject(reason));
    }

    /** Runs something when the time is over, if this is still the phase; replaces an earlier timer. */
    final void startTimer(Duration limit, Runnable expired) {
        stopDeadline();
        deadline = context().executor().schedule(expired, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    final void stopDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        decode();
        if (isCurrent() && inputClosed) {
            inputClosed();
        }
        readOn();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        stopDeadline();
        releaseReceived();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        append((ByteBuf) message);
        if (received.readableBytes() > maxBytes) {
            reject(Rejection.TOO_MANY_BYTES);
            return;
        }
        decode();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        readOn();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !inputClosed) {
            inputClosed = true;
            inputClosed();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopDeadline();
        releaseReceived();
        connectionClosed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof FilteredException) {
            // It has been counted where it was decided.
            close();
        } else {
            reject(Rejection.CONNECTION_ERROR);
        }
    }

    private void readOn() {
        if (isCurrent() && !inputClosed && wantsMore()) {
            context().read();
        }
    }

    private void append(ByteBuf more) {
        if (!received.isReadable()) {
            received.release();
            received = more;
            return;
        }
        if (received.maxWritableBytes() < more.readableBytes()) {
            ByteBuf roomy = context().alloc().buffer(received.readableBytes() + more.readableBytes());
            roomy.writeBytes(received);
            received.release();
            received = roomy;
        }
        received.writeBytes(more);
        more.release();
    }

    private void releaseReceived() {
        received.release();
        received = Unpooled.EMPTY_BUFFER;
    }
}
