// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

import io.netty.buffer.ByteBuf;

/** The VarInt before a frame: at most three bytes, 21 bits. Looked at without taking it. */
final class FrameLength {
    static final int MAX_BYTES = 3;

    /** The VarInt has not arrived completely. */
    static final int INCOMPLETE = -1;

    /** More than three bytes. */
    static final int TOO_LONG = -2;

    private FrameLength() {}

    /** The length, {@link #INCOMPLETE} or {@link #TOO_LONG}. */
    static int peek(ByteBuf in) {
        int value = 0;
        int start = in.readerIndex();
        int available = Math.min(MAX_BYTES, in.readableBytes());
        for (int i = 0; i < available; i++) {
            byte next = in.getByte(start + i);
            value |= (next & 0x7F) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        return available < MAX_BYTES ? INCOMPLETE : TOO_LONG;
    }

    /** The bytes of the VarInt at the reader index, which must be complete; non-canonical forms count as they are. */
    static int sizeOf(ByteBuf in) {
        int start = in.readerIndex();
        int size = 1;
        while (in.getByte(start + size - 1) < 0) {
            size++;
        }
        return size;
    }
}
