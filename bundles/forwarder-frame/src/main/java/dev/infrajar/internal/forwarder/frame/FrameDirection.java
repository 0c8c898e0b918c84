// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.forward.Flow;
import dev.infrajar.net.intercept.FrameCounts;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a session.
 *
 * <pre>
 *   OPEN ── source's EOF ──▶ CLOSING ── nothing held ──▶ ENDING ── last byte written ──▶ CLOSED
 *     └────────────────────────┴─────────────────────────────┴──────── cancel ────────────▲
 * </pre>
 */
final class FrameDirection implements Flow {
    /** Bytes: large chunks leave at once, while they are in the cache; small ones with all that was read with them. */
    private static final int FLUSH_BYTES = 64 * 1024;

    private final FrameForwarder session;
    private final FrameSocket source;
    private final FrameSocket sink;
    private final Outbound out;
    private final FrameTally tally;
    private final PacketDesk desk;
    private final PacketPath path;
    private final FrameScanner scanner;
    private final CompressionBridge bridge;
    private final HeldQueue queue;
    private final AtomicLong readBytes = new AtomicLong();
    private final Runnable flushTask = this::flushRequested;
    private ByteBuf received;
    private int unflushed;
    private State state = State.OPEN;
    private boolean isProcessing;
    private boolean isFlushRequested;

    private enum State {
        OPEN,
        CLOSING,
        ENDING,
        CLOSED
    }

    FrameDirection(Lane lane, Phase phase, FrameForwarder session) {
        this.session = session;
        this.received = lane.received();
        this.source = lane.source();
        this.sink = lane.sink();
        this.out = lane.out();
        this.tally = lane.tally();
        this.bridge = lane.bridge();
        this.desk = new PacketDesk(lane, this, session);
        this.path = new PacketPath(lane, this, desk, phase);
        this.scanner = new FrameScanner(path, sink.allocator());
        this.queue = new HeldQueue(sink.allocator());
    }

    /** Takes in what was received before the session was handed over. Reads nothing: the source may have ended. */
    void forwardEarly() {
        path.enter(path.phase());
        ByteBuf early = received;
        received = Unpooled.EMPTY_BUFFER;
        take(early);
    }

    /** Takes a chunk over, decrypted. */
    void forward(ByteBuf chunk) {
        take(chunk);
        if (unflushed >= FLUSH_BYTES) {
            flush();
        }
    }

    /** No more chunks for now: sends what has become of them, and reads on as far as the sink and the held queue allow. */
    void flush() {
        if (isOpen()) {
            unflushed = 0;
            // What is small goes on being gathered while the sink is behind: a buffer for each would be mostly empty.
            if (sink.isWritable()) {
                out.push();
            }
            sink.flush();
            adjustReading();
        }
    }

    /** Reads on once the sink has taken enough; stopping is up to {@link #flush()}, when the sink had its chance. */
    void sinkWritabilityChanged() {
        if (!sink.isWritable()) {
            return;
        }
        if (out.unwritten() > 0) {
            flush();
        } else {
            adjustReading();
        }
    }

    /** The source's EOF: it is passed on behind the last frame. */
    void sourceClosed() {
        if (state == State.OPEN) {
            state = State.CLOSING;
            source.setReading(false);
            endIfNothingIsHeld();
        }
    }

    /** The sink's peer sends no more; it still takes bytes. */
    void sinkHalfClosed(Runnable broken) {
        if (isOpen()) {
            sink.inputClosed(this::sinkWritabilityChanged, broken);
            if (!sink.isWritable()) {
                adjustReading();
            }
        }
    }

    /** Sends a packet of the proxy's own, ahead of what is held. Takes it over. */
    void send(ByteBuf packet) {
        if (out.isFull() && !isProcessing) {
            // All of it may have been sent since the socket had its last chance.
            flush();
        }
        if (state == State.ENDING || !isOpen()) {
            packet.release();
            return;
        }
        scanner.passRun();
        try {
            out.inject(packet);
        } catch (LimitException e) {
            fail(e);
            return;
        }
        if (!isProcessing && !isFlushRequested) {
            isFlushRequested = true;
            sink.loop().execute(flushTask);
        }
    }

    /** Somebody has decided about the packet that is held. Takes the decision's packet over. */
    void decided(HeldPacket held, Decision decision) {
        if (!isOpen() || !desk.isHolding(held)) {
            HeldPacket.discard(decision);
        } else if (decision instanceof Decision.End(String reason)) {
            session.endedByPlugin(reason);
        } else {
            goOn(decision);
        }
    }

    /** Takes over what comes behind a packet that is held. */
    void keep(ByteBuf rest) {
        if (isOpen()) {
            queue.putBack(rest);
        } else {
            rest.release();
        }
    }

    /** Passes on the frames before the one that is decided about at this moment. */
    void passRun() {
        scanner.passRun();
    }

    /** Sends at once what has been decided about. */
    void flushDecided() {
        if (isOpen()) {
            scanner.passRun();
            out.push();
            sink.flush();
        }
    }

    /** Ends the direction at once: what is pending is dropped. */
    void cancel() {
        received.release();
        received = Unpooled.EMPTY_BUFFER;
        close();
    }

    Phase phase() {
        return path.phase();
    }

    void enter(Phase phase) {
        path.enter(phase);
    }

    /** The source compresses from its next frame on. */
    void setSourceThreshold(int threshold) {
        bridge.setThreshold(threshold);
    }

    /** The sink expects the frames behind those that have been made to be compressed. */
    void setSinkThreshold(int threshold) {
        out.setThreshold(threshold);
    }

    FrameCounts counts() {
        return tally.counts();
    }

    @Override
    public long readBytes() {
        return readBytes.getOpaque();
    }

    @Override
    public long pendingBytes() {
        return isOpen()
                ? received.readableBytes()
                        + scanner.carriedBytes()
                        + desk.heldBytes()
                        + queue.bytes()
                        + out.unwritten()
                        + sink.pendingBytes()
                : 0;
    }

    @Override
    public boolean isReading() {
        return state == State.OPEN && source.isReading();
    }

    @Override
    public boolean isOpen() {
        return state != State.CLOSED;
    }

    private void take(ByteBuf chunk) {
        if (state != State.OPEN || !chunk.isReadable()) {
            chunk.release();
            return;
        }
        readBytes.setOpaque(readBytes.getPlain() + chunk.readableBytes());
        unflushed += chunk.readableBytes();
        if (desk.isHolding()) {
            queue.add(chunk);
        } else {
            process(chunk);
        }
    }

    private void process(ByteBuf chunk) {
        isProcessing = true;
        try {
            path.tick();
            scanner.feed(chunk);
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            isProcessing = false;
        }
    }

    private void goOn(Decision decision) {
        isProcessing = true;
        try {
            desk.decide(decision);
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            isProcessing = false;
        }
        for (ByteBuf chunk = next(); chunk != null; chunk = next()) {
            process(chunk);
        }
        flush();
        if (state == State.CLOSING) {
            endIfNothingIsHeld();
        }
    }

    /** The next chunk that may be decided about. */
    private @Nullable ByteBuf next() {
        return isOpen() && !desk.isHolding() ? queue.poll() : null;
    }

    private void fail(RuntimeException cause) {
        session.failed(source, cause);
    }

    private void flushRequested() {
        isFlushRequested = false;
        flush();
    }

    private void adjustReading() {
        if (state == State.OPEN) {
            source.setReading(sink.isWritable() && !queue.isFull());
        }
    }

    private void endIfNothingIsHeld() {
        if (!desk.isHolding()) {
            state = State.ENDING;
            out.push();
            var _ = sink.flushAll().addListener(this::allWritten);
        }
    }

    private void allWritten(Future<?> lastWrite) {
        close();
    }

    private void close() {
        if (isOpen()) {
            state = State.CLOSED;
            source.setReading(false);
            desk.close();
            queue.close();
            scanner.close();
            out.close();
            sink.closeOutput();
            session.directionEnded();
        }
    }
}
