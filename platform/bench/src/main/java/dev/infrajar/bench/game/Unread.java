// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Bytes of a frame that has not arrived as a whole; nothing for most of the time. Event loop only. */
final class Unread {
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    /**
     * Gives away what is here, with more behind it.
     *
     * @param more goes with it
     * @return the caller's
     */
    ByteBuf with(ByteBuf more) {
        ByteBuf all = bytes.isReadable() ? Unpooled.wrappedBuffer(bytes, more) : more;
        bytes = Unpooled.EMPTY_BUFFER;
        return all;
    }

    /**
     * Keeps what is readable.
     *
     * @param rest the caller keeps it too
     */
    void keep(ByteBuf rest) {
        if (rest.isReadable()) {
            bytes = rest.retainedSlice();
        }
    }

    /** Drops what is here. */
    void release() {
        bytes.release();
        bytes = Unpooled.EMPTY_BUFFER;
    }
}
