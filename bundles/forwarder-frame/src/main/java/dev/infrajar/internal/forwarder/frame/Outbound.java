// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What leaves in one direction: runs of frames as they came, and between them frames made here, gathered in a buffer of their
 * own. Everything goes on in the order of the calls. Event loop only.
 */
final class Outbound {
    /** Bytes: room for the small frames of one read. */
    private static final int BATCH_BYTES = 4 * 1024;

    /** Bytes: a length, and a data size of at most 2^28. */
    private static final int HEAD_BYTES = Frames.MAX_HEADER_BYTES + VarInts.MAX_BYTES;

    /**
     * Bytes that wait for the sink: beyond them nothing is sent of the proxy's own. Twice the largest frame, and four plugin messages
     * of a MiB. What peers send never comes near: their source is not read from 128 KiB on.
     */
    private static final int MAX_WAITING_BYTES = 4 * 1024 * 1024;

    /** Bytes: what a buffer takes beside its contents, roughly. */
    private static final int BUFFER_BYTES = 128;

    private final FrameSocket sink;
    private final LoopCodec codec;
    private final FrameTally tally;
    private final Queue<ByteBuf> behindFrame = new ArrayDeque<>(0);
    private int threshold;
    private long behindBytes;
    private ByteBuf batch = Unpooled.EMPTY_BUFFER;
    private boolean isInsideFrame;

    /**
     * Nothing is sent yet.
     *
     * @param threshold of the receiver, negative if it does not compress
     */
    Outbound(FrameSocket sink, int threshold, LoopCodec codec, FrameTally tally) {
        this.sink = sink;
        this.threshold = threshold;
        this.codec = codec;
        this.tally = tally;
    }

    int threshold() {
        return threshold;
    }

    /** For the frames that are made from now on. */
    void setThreshold(int newThreshold) {
        threshold = newThreshold;
    }

    boolean compresses() {
        return threshold >= 0;
    }

    /** Passes bytes on as they are. Takes them over. */
    void pass(ByteBuf bytes) {
        push();
        sink.write(bytes);
    }

    /** What is passed next belongs to a frame that has not come whole. */
    void beginFrame() {
        isInsideFrame = true;
    }

    /** The frame is whole: what had to wait for its end follows. Whether all of that could be framed. */
    boolean endFrame() {
        isInsideFrame = false;
        behindBytes = 0;
        boolean fit = true;
        for (ByteBuf packet = behindFrame.poll(); packet != null; packet = behindFrame.poll()) {
            fit &= packet(packet, packet.readerIndex(), packet.readableBytes());
            packet.release();
        }
        return fit;
    }

    /** Whether so much waits for the sink that nothing more may be injected. */
    boolean isFull() {
        return sink.queuedBytes() + batch.readableBytes() + behindBytes > MAX_WAITING_BYTES;
    }

    /**
     * Sends a packet as soon as no frame is cut in two by it. Takes it over.
     *
     * @throws LimitException if it cannot be framed, or the sink does not take what it is sent
     */
    void inject(ByteBuf packet) {
        if (isFull()) {
            packet.release();
            throw LimitException.UNREAD;
        }
        if (isInsideFrame) {
            behindFrame.add(packet);
            behindBytes += packet.capacity() + BUFFER_BYTES;
            return;
        }
        try {
            if (!packet(packet, packet.readerIndex(), packet.readableBytes())) {
                throw LimitException.INJECTED;
            }
        } finally {
            packet.release();
        }
    }

    /** Copies a whole frame. The caller keeps the buffer. */
    void copy(ByteBuf in, int index, int frameBytes) {
        room(frameBytes).writeBytes(in, index, frameBytes);
    }

    /**
     * Frames a packet the way the receiver expects it. The caller keeps the buffer.
     *
     * @return {@code false} if it does not fit into a frame; nothing has been sent then
     */
    boolean packet(ByteBuf in, int index, int packetBytes) {
        if (packetBytes == 0) {
            return false;
        }
        boolean isDeflated = compresses() && packetBytes >= threshold;
        return isDeflated ? deflated(in, index, packetBytes) : plain(in, index, packetBytes);
    }

    /**
     * Inflates a packet that the receiver wants uncompressed. The caller keeps the buffer.
     *
     * @param in holds the zlib stream
     * @param packetBytes the size that its sender claims
     * @return {@code false} if it does not fit into a frame
     * @throws WireException if the stream is damaged, or not as long as claimed; nothing has been sent then
     */
    boolean inflated(ByteBuf in, int index, int length, int packetBytes) {
        long bodyBytes = plainBodyBytes(packetBytes);
        if (!Frames.fits(bodyBytes)) {
            return false;
        }
        ByteBuf out = beginPlain((int) bodyBytes);
        int start = out.writerIndex();
        try {
            endPlainHead(out, (int) bodyBytes);
            codec.inflate(in, index, length, packetBytes, out);
        } catch (WireException e) {
            out.writerIndex(start);
            throw e;
        }
        return true;
    }

    /** The bytes framed here that have not been written to the channel yet. */
    int unwritten() {
        return batch.readableBytes();
    }

    /** Writes what has been gathered to the channel; flushing is the caller's. */
    void push() {
        if (batch.isReadable()) {
            ByteBuf full = batch;
            batch = Unpooled.EMPTY_BUFFER;
            sink.write(full);
        }
    }

    /** Releases what has not been written. */
    void close() {
        batch.release();
        batch = Unpooled.EMPTY_BUFFER;
        behindFrame.forEach(ByteBuf::release);
        behindFrame.clear();
        behindBytes = 0;
    }

    private long plainBodyBytes(int packetBytes) {
        return (long) packetBytes + (compresses() ? 1 : 0);
    }

    private boolean plain(ByteBuf in, int index, int packetBytes) {
        long bodyBytes = plainBodyBytes(packetBytes);
        if (!Frames.fits(bodyBytes)) {
            return false;
        }
        ByteBuf out = beginPlain((int) bodyBytes);
        endPlainHead(out, (int) bodyBytes);
        out.writeBytes(in, index, packetBytes);
        return true;
    }

    private ByteBuf beginPlain(int bodyBytes) {
        return room(Frames.MAX_HEADER_BYTES + bodyBytes);
    }

    private void endPlainHead(ByteBuf out, int bodyBytes) {
        Frames.writeHeader(out, bodyBytes);
        if (compresses()) {
            out.writeByte(Frames.NOT_COMPRESSED);
        }
    }

    private boolean deflated(ByteBuf in, int index, int packetBytes) {
        ByteBuf out = room(HEAD_BYTES + packetBytes / 2);
        int start = Frames.begin(out);
        VarInts.write(out, packetBytes);
        codec.deflate(in, index, packetBytes, out);
        tally.deflated();
        if (!Frames.fits(out.writerIndex() - start - Frames.MAX_HEADER_BYTES)) {
            out.writerIndex(start);
            return false;
        }
        Frames.end(out, start);
        return true;
    }

    /** A buffer that takes so many bytes; it may grow by more. */
    private ByteBuf room(int bytes) {
        if (batch.writableBytes() < bytes) {
            push();
            batch.release();
            batch = sink.allocator().directBuffer(Math.max(bytes, BATCH_BYTES));
        }
        return batch;
    }
}
