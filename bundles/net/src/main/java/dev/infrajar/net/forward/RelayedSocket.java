// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.Socket;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel while it is relayed through user space: what forwarders that read and write need beside the channel, above
 * all to close its two halves one after the other at little cost. Event loop only.
 */
public final class RelayedSocket {
    /** Bytes. The upper one is above the largest chunk, or the sink would stop being writable at each of them. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    /** So many writes in a row that a flush always ends with an empty buffer or a full socket. */
    private static final int WRITES_PER_FLUSH = 256;

    /** How late a failure may be noticed of a peer that has closed its output, while nothing is sent to it. */
    private static final long HALF_CLOSED_UNWATCHED_MILLIS = 1_000;

    private final DuplexChannel channel;
    private final ChannelPromise unwatched;
    private final PendingBytes pending = new PendingBytes();
    private @Nullable ChannelHandler handler;
    private @Nullable HalfClosedEpollOutput halfClosed;
    private @Nullable Future<?> watchLater;
    private Runnable watchNow = () -> {};
    private boolean isHeld;
    private boolean hasUnflushed;

    /**
     * Leaves the channel as it is.
     *
     * @param channel a {@link DuplexChannel}
     */
    public RelayedSocket(Channel channel) {
        this.channel = (DuplexChannel) channel;
        this.unwatched = channel.voidPromise();
    }

    /**
     * Sets the channel up for relaying.
     *
     * @param newHandler takes its events
     */
    public void takeOver(ChannelHandler newHandler) {
        handler = newHandler;
        ChannelConfig config = channel.config();
        // The adaptive allocator, Netty's default, does not pool buffers of this size when the heap is below 512 MiB.
        config.setAllocator(PooledByteBufAllocator.DEFAULT);
        config.setWriteBufferWaterMark(WATER_MARK);
        config.setWriteSpinCount(WRITES_PER_FLUSH);
        // A failed write must not close the channel: what its peer sent last may still be unread.
        config.setAutoClose(false);
        channel.pipeline().addLast(newHandler);
    }

    /** Gives the channel back, open as it is. */
    public void letGo() {
        setReading(false);
        leaveHalfClosed();
        if (handler != null && channel.pipeline().context(handler) != null) {
            channel.pipeline().remove(handler);
        }
    }

    /**
     * Closes the connection. All that the socket has taken reaches the peer, and an EOF behind it; what was written and has
     * not left is dropped.
     */
    public void close() {
        boolean isOpen = channel.isOpen();
        if (isOpen && channel instanceof EpollSocketChannel epoll) {
            closeDescriptor(epoll);
        }
        leaveHalfClosed();
        // Netty makes an exception and asks all handlers, also for a channel that is closed.
        if (isOpen) {
            var _ = channel.close();
        }
    }

    /**
     * To be called when the peer has closed its output and ours is still open: what is written from now on may have to wait
     * a moment. Mostly nothing is: the peer wants to leave, and is closed soon. So no more is done before there are bytes, or
     * the peer stays.
     *
     * @param writable run when it can be written to again, if that is not so all the time
     * @param broken run when the connection has failed since
     */
    public void inputClosed(Runnable writable, Runnable broken) {
        setReading(false);
        if (channel instanceof EpollSocketChannel epoll) {
            watchNow = () -> watchHalfClosed(epoll, writable, broken);
            if (isLeft()) {
                watchNow.run();
            } else {
                watchLater = loop().schedule(watchNow, HALF_CLOSED_UNWATCHED_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /**
     * Watches for the channel's own close, by whomever.
     *
     * @param closed run then, at once if that has been already
     */
    public void whenClosed(Runnable closed) {
        var _ = channel.closeFuture().addListener(future -> closed.run());
    }

    /**
     * The thread that all of this happens on.
     *
     * @return the channel's
     */
    public EventLoop loop() {
        return channel.eventLoop();
    }

    /**
     * Asks the peer for bytes, or no longer.
     *
     * @param reading whether to
     */
    public void setReading(boolean reading) {
        channel.config().setAutoRead(reading);
    }

    /**
     * Whether the peer is asked for bytes.
     *
     * @return as it was set
     */
    public boolean isReading() {
        return channel.config().isAutoRead();
    }

    /**
     * Whether more bytes are wanted.
     *
     * @return {@code false} while many wait to leave
     */
    public boolean isWritable() {
        return !isHeld && channel.isWritable();
    }

    /**
     * Whether the latest read has found the peer's EOF. Known when the read is complete, and before Netty acts on it: who closes
     * the channel then spares what Netty would do first.
     *
     * @return {@code true} from then on
     */
    public boolean hasReadEnd() {
        return channel.unsafe().recvBufAllocHandle().lastBytesRead() < 0;
    }

    /**
     * Writes without sending.
     *
     * @param bytes taken over
     */
    public void write(ByteBuf bytes) {
        hasUnflushed = true;
        var _ = channel.write(bytes, unwatched);
    }

    /** Sends what was written. */
    public void flush() {
        if (watchLater != null && hasUnflushed) {
            watchNow.run();
        }
        if (!isHeld) {
            hasUnflushed = false;
            channel.flush();
            if (halfClosed != null) {
                halfClosed.flushed();
            }
        }
    }

    /**
     * Sends what was written.
     *
     * @return completed when all of it has left
     */
    public ChannelFuture flushAll() {
        ChannelFuture last = channel.write(Unpooled.EMPTY_BUFFER);
        flush();
        return last;
    }

    /** Closes the output, and drops what has not left yet. */
    public void closeOutput() {
        if (channel instanceof EpollSocketChannel epoll && epoll.fd() instanceof Socket socket && !isLeft()) {
            sendFin(socket);
        } else {
            var _ = channel.shutdownOutput();
        }
    }

    /**
     * The same, and from now on the peer's EOF closes the channel: what it sends before that is still received. This spares
     * the half-close of an input that is over.
     */
    public void closeOutputThenAll() {
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        closeOutput();
    }

    /**
     * The bytes written that the socket has not taken.
     *
     * @return bytes, 0 or more
     */
    public long pendingBytes() {
        return pending.of(channel.unsafe().outboundBuffer());
    }

    /**
     * What was written and has not left takes so much memory, with what Netty adds for each piece of it.
     *
     * @return bytes, 0 or more, known without looking at the pieces
     */
    public long queuedBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Whether bytes wait to leave. */
    private boolean isLeft() {
        return hasUnflushed || pendingBytes() > 0;
    }

    /**
     * The same as Netty's, without its exception for writes that might still come, whose stack trace costs more than all else
     * here: nothing is written to a direction that is over.
     */
    private static void sendFin(Socket socket) {
        try {
            socket.shutdown(false, true);
        } catch (IOException | NotYetConnectedException e) {
            // The connection is gone already: its peer needs no end any more.
        }
    }

    /**
     * Ahead of the channel's own close, which would otherwise ask for SO_LINGER and take the socket out of the epoll set, both
     * by calls of their own; a close does the latter too. No other socket may be opened on the loop between the two.
     */
    private static void closeDescriptor(EpollSocketChannel channel) {
        try {
            channel.fd().close();
        } catch (IOException e) {
            // The number is free all the same, close(2): an earlier write has failed, and there is nobody left to be
            // told.
        }
    }

    private void watchHalfClosed(EpollSocketChannel epoll, Runnable writable, Runnable broken) {
        stopWatchingLater();
        isHeld = true;
        halfClosed = new HalfClosedEpollOutput(epoll, broken);
        halfClosed.takeOver(() -> release(writable));
    }

    private void leaveHalfClosed() {
        stopWatchingLater();
        if (halfClosed != null) {
            halfClosed.close();
        }
    }

    private void stopWatchingLater() {
        if (watchLater != null) {
            watchLater.cancel(false);
            watchLater = null;
        }
    }

    private void release(Runnable writable) {
        isHeld = false;
        flush();
        writable.run();
    }
}
