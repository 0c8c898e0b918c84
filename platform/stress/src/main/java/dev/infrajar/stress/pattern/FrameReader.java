// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Finds frames in what a target sends, however it is cut into pieces. One thread; holds at most one frame and a piece. */
final class FrameReader {
    /** Room for a status answer of 32,767 characters of three bytes each, and its headers. */
    static final int MAX_FRAME_BYTES = 128 * 1024;

    private static final int INCOMPLETE = -1;

    private ByteBuf unread = Unpooled.EMPTY_BUFFER;

    /**
     * Takes bytes.
     *
     * @param bytes now the reader's
     */
    void add(ByteBuf bytes) {
        if (unread.isReadable()) {
            ByteBuf joined = Unpooled.buffer(unread.readableBytes() + bytes.readableBytes());
            joined.writeBytes(unread).writeBytes(bytes);
            bytes.release();
            replace(joined);
        } else {
            replace(bytes);
        }
    }

    /**
     * The next frame without its length.
     *
     * @return a view, valid until the next call of anything here; null if the frame is not complete
     * @throws IllegalArgumentException if its length is no length, or above the limit
     */
    @Nullable
    ByteBuf next() {
        int start = unread.readerIndex();
        int length = length();
        if (length == INCOMPLETE || unread.readableBytes() < length) {
            unread.readerIndex(start);
            return null;
        }
        return unread.readSlice(length);
    }

    /** Drops what is left. */
    void release() {
        replace(Unpooled.EMPTY_BUFFER);
    }

    /** Reads the length. */
    private int length() {
        try {
            int length = VarInts.read(unread);
            if (length <= 0 || length > MAX_FRAME_BYTES) {
                throw new IllegalArgumentException("a frame of " + length + " bytes");
            }
            return length;
        } catch (WireException e) {
            if (e == WireException.TRUNCATED) {
                return INCOMPLETE;
            }
            throw new IllegalArgumentException("a frame without a length", e);
        }
    }

    private void replace(ByteBuf next) {
        unread.release();
        unread = next;
    }
}
