// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.copy;

import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.forward.RelayedSocket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One direction of a session.
 *
 * <pre>
 *   OPEN ── source's EOF ──▶ CLOSING ── last byte written ──▶ CLOSED
 *     └────────────────────────┴───────── cancel ───────────────▲
 * </pre>
 */
final class CopyDirection implements Flow {
    /** Bytes: large chunks leave at once, while they are in the cache; small ones with all that was read with them. */
    private static final int FLUSH_BYTES = 64 * 1024;

    private final RelayedSocket source;
    private final RelayedSocket sink;
    private final Runnable ended;
    private final AtomicLong readBytes = new AtomicLong();
    private ByteBuf received;
    private int unflushed;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    CopyDirection(ByteBuf received, RelayedSocket source, RelayedSocket sink, Runnable ended) {
        this.received = received;
        this.source = source;
        this.sink = sink;
        this.ended = ended;
    }

    /** Writes what was received before the session was handed over. */
    void forwardEarly() {
        ByteBuf early = received;
        received = Unpooled.EMPTY_BUFFER;
        write(early);
    }

    /** Takes a chunk over and passes it on, unless the direction is over. */
    void forward(ByteBuf chunk) {
        write(chunk);
        if (unflushed >= FLUSH_BYTES) {
            flush();
        }
    }

    /** No more chunks for now: sends them, and reads on as far as the sink allows. */
    void flush() {
        if (state == State.OPEN) {
            unflushed = 0;
            sink.flush();
            adjustReading();
        }
    }

    /** Reads on once the sink has taken enough; stopping is up to {@link #flush()}, when the sink had its chance. */
    void sinkWritabilityChanged() {
        if (sink.isWritable()) {
            adjustReading();
        }
    }

    /** The source's EOF: it is passed on behind the last byte. */
    void sourceClosed() {
        if (state == State.OPEN) {
            state = State.CLOSING;
            var _ = sink.flushAll().addListener(this::allWritten);
        }
    }

    /** Ends the direction at once: what is pending is dropped. */
    void cancel() {
        received.release();
        received = Unpooled.EMPTY_BUFFER;
        close();
    }

    @Override
    public long readBytes() {
        return readBytes.getOpaque();
    }

    @Override
    public long pendingBytes() {
        return isOpen() ? received.readableBytes() + sink.pendingBytes() : 0;
    }

    @Override
    public boolean isReading() {
        return state == State.OPEN && source.isReading();
    }

    @Override
    public boolean isOpen() {
        return state != State.CLOSED;
    }

    private void write(ByteBuf chunk) {
        if (state == State.OPEN && chunk.isReadable()) {
            readBytes.setOpaque(readBytes.getPlain() + chunk.readableBytes());
            unflushed += chunk.readableBytes();
            sink.write(chunk);
        } else {
            chunk.release();
        }
    }

    private void adjustReading() {
        if (state == State.OPEN) {
            source.setReading(sink.isWritable());
        }
    }

    private void allWritten(Future<?> lastWrite) {
        close();
    }

    private void close() {
        if (isOpen()) {
            state = State.CLOSED;
            ended.run();
        }
    }
}
