// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

/** The beginning of a frame that is spread over chunks, copied. One object serves one direction. Event loop only. */
final class Fragment {
    /** Bytes: the smallest buffer. */
    private static final int LEAST_BYTES = 256;

    private final ByteBufAllocator allocator;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private int header = Frames.INCOMPLETE;
    private boolean isBegun;

    /** Nothing yet. */
    Fragment(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Copies the first bytes.
     *
     * @param in its indices do not move
     * @param knownHeader the frame's header, or {@link Frames#INCOMPLETE}
     * @param isGateTold whether the gate knows the frame
     */
    void begin(ByteBuf in, int index, int length, int knownHeader, boolean isGateTold) {
        header = knownHeader;
        isBegun = isGateTold;
        bytes = allocator.directBuffer(Math.max(LEAST_BYTES, length)).writeBytes(in, index, length);
    }

    /** Copies the next bytes. */
    void add(ByteBuf in, int index, int length) {
        bytes.writeBytes(in, index, length);
        if (header == Frames.INCOMPLETE) {
            header = Frames.header(bytes, 0, bytes.writerIndex());
        }
    }

    /** Makes room for so many bytes. */
    void expect(int length) {
        bytes.ensureWritable(length);
    }

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    int length() {
        return bytes.readableBytes();
    }

    boolean hasHeader() {
        return header != Frames.INCOMPLETE;
    }

    /** The bytes that are missing before it is clear what the frame is; its header is known. */
    int missingOfHead() {
        return Math.max(Math.min(FrameHead.BYTES, Frames.frameBytes(header)) - length(), 0);
    }

    /** The bytes that are missing of the frame; its header is known. */
    int missing() {
        return Frames.frameBytes(header) - length();
    }

    /** Tells the gate of the frame, once. */
    void tell(FrameGate gate) {
        if (!isBegun) {
            gate.begin(bytes, 0, header);
            isBegun = true;
        }
    }

    /** Whether the frame is certain to go on as it came. */
    boolean passesEarly(FrameGate gate) {
        return gate.passesEarly(bytes, 0, length());
    }

    /** The bytes: the caller's. Nothing is left. */
    ByteBuf take() {
        ByteBuf taken = bytes;
        bytes = Unpooled.EMPTY_BUFFER;
        header = Frames.INCOMPLETE;
        isBegun = false;
        return taken;
    }
}
