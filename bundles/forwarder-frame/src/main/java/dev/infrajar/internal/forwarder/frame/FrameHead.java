// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/**
 * What the first bytes of a frame say. One object serves one direction, frame after frame.
 *
 * <pre>
 *   │ length │ data size │ packet ...        │
 *   ╰─ packetOffset ─────╯╰─ carriedBytes ───╯   inflated: packetBytes
 * </pre>
 */
final class FrameHead {
    /** So many bytes of a frame are enough to read its head, and the id if it is not compressed. */
    static final int BYTES = Frames.MAX_HEADER_BYTES + 2 * VarInts.MAX_BYTES;

    private int frameBytes;
    private int packetOffset;
    private int packetBytes;
    private boolean hasDataSize;
    private boolean isCompressed;

    /**
     * Reads a head.
     *
     * @param in its indices do not move
     * @param index where the frame begins
     * @param header the frame's header
     * @param compresses whether frames of this connection have a data size
     * @throws WireException if the data size is malformed, or there is nothing behind it
     */
    void read(ByteBuf in, int index, int header, boolean compresses) {
        frameBytes = Frames.frameBytes(header);
        hasDataSize = compresses;
        isCompressed = false;
        packetOffset = Frames.headerBytes(header);
        packetBytes = Frames.bodyBytes(header);
        if (compresses) {
            readDataSize(in, index, header);
        }
    }

    private void readDataSize(ByteBuf in, int index, int header) {
        long peeked = Frames.dataSize(in, index, header);
        int dataSize = VarInts.peekedValue(peeked);
        packetOffset += VarInts.peekedBytes(peeked);
        if (packetOffset == frameBytes) {
            throw WireException.EMPTY_FRAME;
        }
        isCompressed = dataSize != Frames.NOT_COMPRESSED;
        packetBytes = isCompressed ? dataSize : carriedBytes();
    }

    /** The bytes of the whole frame. */
    int frameBytes() {
        return frameBytes;
    }

    /** How far behind the frame's beginning the packet, or the stream that holds it, begins. */
    int packetOffset() {
        return packetOffset;
    }

    /** The bytes of the packet as the frame carries it. */
    int carriedBytes() {
        return frameBytes - packetOffset;
    }

    /** The bytes of id and fields; of a compressed packet as its sender claims: any number. */
    int packetBytes() {
        return packetBytes;
    }

    /** Whether its connection compressed when it was sent. */
    boolean hasDataSize() {
        return hasDataSize;
    }

    boolean isCompressed() {
        return isCompressed;
    }
}
