// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import io.netty.buffer.ByteBuf;

/** Gets readable bytes into native memory. Sockets read into native memory, so there is hardly ever something to do. */
final class NativeMemory {
    private NativeMemory() {}

    /** The buffer itself, or a copy where its bytes are on the heap or in pieces; to be released by the caller. */
    static ByteBuf of(ByteBuf buffer) {
        if (buffer.hasMemoryAddress()) {
            return buffer.retain();
        }
        ByteBuf copy = buffer.alloc().directBuffer(Math.max(buffer.readableBytes(), 1));
        return copy.writeBytes(buffer, buffer.readerIndex(), buffer.readableBytes());
    }

    /** Where the first readable byte is. */
    static long readAddress(ByteBuf buffer) {
        return buffer.memoryAddress() + buffer.readerIndex();
    }

    /** Where the next byte is written. */
    static long writeAddress(ByteBuf buffer) {
        return buffer.memoryAddress() + buffer.writerIndex();
    }
}
