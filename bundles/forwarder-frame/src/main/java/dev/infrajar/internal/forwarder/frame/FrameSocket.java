// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketEnd;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel while it is relayed, and its ciphers. Bytes are decrypted where they were received and encrypted where they are,
 * right before they are written: what is written must be nobody else's to look at. Event loop only.
 */
final class FrameSocket {
    /** Bytes. The upper one is above the largest chunk, or the sink would stop being writable at each of them. */
    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    /** So many writes in a row that a flush always ends with an empty buffer or a full socket. */
    private static final int WRITES_PER_FLUSH = 256;

    private final DuplexChannel channel;
    private final Optional<Ciphers> ciphers;
    private final @Nullable StreamCipher decryptor;
    private final @Nullable StreamCipher encryptor;
    private final ChannelPromise unwatched;
    private final PendingBytes pending = new PendingBytes();
    private @Nullable ChannelHandler handler;
    private @Nullable HalfClosedEpollOutput halfClosed;
    private boolean isHeld;
    private boolean hasUnflushed;

    FrameSocket(PacketEnd end) {
        this.channel = (DuplexChannel) end.end().channel();
        this.ciphers = end.ciphers();
        this.decryptor = ciphers.map(Ciphers::decryptor).orElse(null);
        this.encryptor = ciphers.map(Ciphers::encryptor).orElse(null);
        this.unwatched = channel.voidPromise();
    }

    void takeOver(ChannelHandler newHandler) {
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

    void letGo() {
        setReading(false);
        if (halfClosed != null) {
            halfClosed.close();
        }
        if (handler != null && channel.pipeline().context(handler) != null) {
            channel.pipeline().remove(handler);
        }
        ciphers.ifPresent(Ciphers::close);
    }

    /** To be called when the peer has closed its output and ours is still open. */
    void inputClosed(Runnable writable, Runnable broken) {
        if (channel instanceof EpollSocketChannel epoll) {
            isHeld = true;
            halfClosed = new HalfClosedEpollOutput(epoll, broken);
            halfClosed.takeOver(() -> release(writable));
        }
    }

    /** The channel's own close, by whomever; runs at once if that has been already. */
    void whenClosed(Runnable closed) {
        var _ = channel.closeFuture().addListener(future -> closed.run());
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    ByteBufAllocator allocator() {
        return PooledByteBufAllocator.DEFAULT;
    }

    void setReading(boolean reading) {
        channel.config().setAutoRead(reading);
    }

    boolean isReading() {
        return channel.config().isAutoRead();
    }

    boolean isWritable() {
        return !isHeld && channel.isWritable();
    }

    boolean isEncrypted() {
        return encryptor != null;
    }

    /** To be called once for each chunk, in their order. */
    void decrypt(ByteBuf chunk) {
        if (decryptor != null) {
            decryptor.apply(chunk);
        }
    }

    /** Takes the bytes over. */
    void write(ByteBuf bytes) {
        if (encryptor != null) {
            encryptor.apply(bytes);
        }
        hasUnflushed = true;
        var _ = channel.write(bytes, unwatched);
    }

    void flush() {
        if (!isHeld) {
            hasUnflushed = false;
            channel.flush();
            if (halfClosed != null) {
                halfClosed.flushed();
            }
        }
    }

    /** Flushes; completes when all that was written before has left. */
    ChannelFuture flushAll() {
        ChannelFuture last = channel.write(Unpooled.EMPTY_BUFFER);
        flush();
        return last;
    }

    /** Closes the output, and drops what has not left yet. */
    void closeOutput() {
        if (channel instanceof EpollSocketChannel epoll && epoll.fd() instanceof Socket socket && !isLeft()) {
            sendFin(socket);
        } else {
            var _ = channel.shutdownOutput();
        }
    }

    /** Whether bytes wait to leave. */
    private boolean isLeft() {
        return hasUnflushed || pendingBytes() > 0;
    }

    /**
     * The same without Netty's exception for writes that might still come, whose stack trace costs more than all else here:
     * nothing is written to a direction that is over.
     */
    private static void sendFin(Socket socket) {
        try {
            socket.shutdown(false, true);
        } catch (IOException | NotYetConnectedException e) {
            // The connection is gone already: its peer needs no end any more.
        }
    }

    /** The bytes written that the socket has not taken. */
    long pendingBytes() {
        return pending.of(channel.unsafe().outboundBuffer());
    }

    private void release(Runnable writable) {
        isHeld = false;
        flush();
        writable.run();
    }
}
