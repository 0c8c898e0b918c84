// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.net.forward.Flow;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a session. It takes bytes from its source only while it holds none, and has a pipe only while it does.
 *
 * <pre>
 *   source ══ splice ══▶ pipe ══ splice ══▶ sink
 *
 *   OPEN ── source's EOF ──▶ CLOSING ── pipe empty ──▶ CLOSED
 *     └────────────────────────┴────── cancel ───────────▲
 * </pre>
 *
 * <p>Event loop only.
 */
final class SpliceDirection implements Flow {
    /** How many full pipes one wake-up may move before the other sessions of the loop have their turn: 1 MiB. */
    private static final int ROUNDS_PER_WAKE_UP = 16;

    private final SpliceForwarder session;
    private final SpliceLoop loop;
    private final SpliceSocket source;
    private final SpliceSocket sink;
    private final AtomicLong readBytes = new AtomicLong();
    private ByteBuf early = Unpooled.EMPTY_BUFFER;
    private @Nullable Pipe pipe;
    private int piped;
    private boolean isBlocked;
    private boolean isMoreLikely;
    private boolean isHeldBack;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    SpliceDirection(SpliceForwarder session, SpliceLoop loop, SpliceSocket source, SpliceSocket sink) {
        this.session = session;
        this.loop = loop;
        this.source = source;
        this.sink = sink;
    }

    /** Takes over what was received before; it is sent in front of all else. */
    void begin(ByteBuf received) {
        early = received;
        readBytes.setOpaque(received.readableBytes());
    }

    /** The source's stream is over: EOF, or a failure of its connection. */
    void sourceEnded() {
        if (state == State.OPEN) {
            state = State.CLOSING;
        }
    }

    /** The sink has space again. */
    void sinkWritable() {
        isBlocked = false;
        pump();
    }

    /** Moves what can be moved. */
    void pump() {
        int rounds = 0;
        boolean more = true;
        while (deliver() && more) {
            more = fill() && ++rounds < ROUNDS_PER_WAKE_UP;
        }
        if (piped == 0) {
            letGoOfPipe();
        }
        if (isHeldBack && !isBlocked && isOpen()) {
            isHeldBack = false;
            sink.pushSegment();
        }
    }

    /** Ends the direction at once: what is pending is dropped. */
    void cancel() {
        if (isOpen()) {
            state = State.CLOSED;
            early.release();
            early = Unpooled.EMPTY_BUFFER;
            letGoOfPipe();
            session.directionClosed();
        }
    }

    @Override
    public long readBytes() {
        return readBytes.getOpaque();
    }

    @Override
    public long pendingBytes() {
        return (long) early.readableBytes() + piped;
    }

    @Override
    public boolean isReading() {
        return state == State.OPEN && !isBlocked;
    }

    @Override
    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Whether bytes wait for space in the sink. */
    boolean isBlocked() {
        return isBlocked && isOpen();
    }

    /** Passes on what is held; true if all of it left and the source may be read. */
    private boolean deliver() {
        while (!isBlocked && early.isReadable()) {
            writeEarly();
        }
        while (!isBlocked && piped > 0) {
            drainPipe();
        }
        if (state == State.CLOSING && !isBlocked) {
            close();
        }
        return state == State.OPEN && !isBlocked;
    }

    private void writeEarly() {
        int before = early.readableBytes();
        try {
            sink.write(early);
            isBlocked = early.readableBytes() == before;
        } catch (IOException e) {
            session.connectionFailed(sink.peer(), String.valueOf(e.getMessage()));
        }
        if (!early.isReadable()) {
            early.release();
            early = Unpooled.EMPTY_BUFFER;
        }
    }

    private void drainPipe() {
        // A full pipe is not a whole number of segments: without the hint each one would send a tiny segment of its
        // own.
        long moved = isMoreLikely
                ? Syscalls.spliceMore(loop.state(), held().readEnd(), sink.descriptor(), piped)
                : Syscalls.splice(loop.state(), held().readEnd(), sink.descriptor(), piped);
        if (moved > 0) {
            piped -= (int) moved;
            isHeldBack = isMoreLikely;
        } else if (moved == -Errno.EAGAIN) {
            isBlocked = true;
        } else if (moved == 0) {
            session.failed("nothing was written though bytes were held");
        } else if (moved != -Errno.EINTR) {
            session.connectionFailed(sink.peer(), (int) -moved);
        }
    }

    /** Takes bytes from the source; true if there are likely to be more. */
    private boolean fill() {
        if (pipe == null && !takePipe()) {
            return false;
        }
        long moved = Syscalls.splice(loop.state(), source.descriptor(), held().writeEnd(), KernelPipes.PIPE_BYTES);
        if (moved > 0) {
            piped = (int) moved;
            readBytes.setOpaque(readBytes.getPlain() + moved);
        } else if (moved == 0) {
            session.peerClosed(source.peer());
        } else if (moved != -Errno.EAGAIN && moved != -Errno.EINTR) {
            session.connectionFailed(source.peer(), (int) -moved);
            sourceEnded();
        }
        isMoreLikely = moved == KernelPipes.PIPE_BYTES;
        return isMoreLikely;
    }

    private boolean takePipe() {
        try {
            pipe = loop.pipes().take();
            return true;
        } catch (IOException e) {
            session.failed(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private Pipe held() {
        return Objects.requireNonNull(pipe);
    }

    private void close() {
        state = State.CLOSED;
        letGoOfPipe();
        sink.closeOutput();
        session.directionClosed();
    }

    private void letGoOfPipe() {
        if (pipe != null) {
            if (piped == 0) {
                loop.pipes().giveBack(pipe);
            } else {
                loop.pipes().discard(pipe);
            }
            pipe = null;
            piped = 0;
        }
    }
}
