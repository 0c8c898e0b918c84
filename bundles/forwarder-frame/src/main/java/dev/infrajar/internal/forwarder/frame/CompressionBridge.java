// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * One direction between two connections that compress, each in its own way. Event loop only.
 *
 * <pre>
 *   sender        receiver      a frame that is not compressed       a compressed one
 *   none          none          passes
 *   compresses    compresses    passes                               passes; below the receiver's threshold: inflated
 *   compresses    none          its 0 is taken off                   inflated
 *   none          compresses    a 0 is put before the packet;
 *                               from the threshold on: deflated
 * </pre>
 *
 * <p>A receiver refuses a compressed packet that is smaller than its own threshold.
 */
final class CompressionBridge {
    private final Outbound out;
    private final LoopCodec codec;
    private final FrameTally tally;
    private final FrameHead head = new FrameHead();
    private int threshold;

    /**
     * No frame yet.
     *
     * @param threshold of the sender, negative if it does not compress
     */
    CompressionBridge(int threshold, Outbound out, LoopCodec codec, FrameTally tally) {
        this.threshold = threshold;
        this.out = out;
        this.codec = codec;
        this.tally = tally;
    }

    /** For the frames whose head has not been read. */
    void setThreshold(int newThreshold) {
        threshold = newThreshold;
    }

    /** The frame that all other methods are about. */
    FrameHead read(ByteBuf in, int index, int header) {
        head.read(in, index, header, threshold >= 0);
        return head;
    }

    FrameHead head() {
        return head;
    }

    /** Whether the receiver understands the frame as it came. */
    boolean passes() {
        return head.hasDataSize() == out.compresses()
                && (!head.isCompressed() || head.packetBytes() >= out.threshold());
    }

    /** The id of its packet, or {@link IdPeek#UNKNOWN} if more of it must have arrived. */
    int id(ByteBuf in, int index, int arrived) {
        int start = index + head.packetOffset();
        int bytes = arrived - head.packetOffset();
        if (head.isCompressed()) {
            tally.peeked();
            return codec.peekId(in, start, bytes, arrived == head.frameBytes());
        }
        // The ids of most packets take one byte.
        byte first = in.getByte(start);
        return first >= 0 ? first : VarInts.peekedValue(VarInts.peek(in, start, start + bytes));
    }

    /** Sends it the way the receiver understands. */
    void reframe(ByteBuf in, int index) {
        int start = index + head.packetOffset();
        if (!head.isCompressed()) {
            checkFits(out.packet(in, start, head.carriedBytes()));
            return;
        }
        tally.inflated();
        checkFits(out.inflated(in, start, head.carriedBytes(), head.packetBytes()));
    }

    /** Its packet, inflated: the caller's. A view of the frame if that is not compressed. */
    ByteBuf packet(ByteBuf in, int index, ByteBufAllocator allocator) {
        int start = index + head.packetOffset();
        if (!head.isCompressed()) {
            return in.retainedSlice(start, head.carriedBytes());
        }
        ByteBuf packet = allocator.directBuffer(head.packetBytes());
        try {
            tally.inflated();
            codec.inflate(in, start, head.carriedBytes(), head.packetBytes(), packet);
            return packet.retain();
        } finally {
            packet.release();
        }
    }

    /** The packet came in a frame; if it does not leave in one, its sender is to blame. */
    static void checkFits(boolean fits) {
        if (!fits) {
            throw LimitException.REFRAMED;
        }
    }
}
