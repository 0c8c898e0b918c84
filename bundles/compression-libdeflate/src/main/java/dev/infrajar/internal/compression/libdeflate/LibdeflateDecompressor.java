// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** One decompressor of the library. */
final class LibdeflateDecompressor implements Decompressor {
    private static final long CLOSED = 0;

    private final Library library;
    private long decompressor;

    LibdeflateDecompressor(Library library) {
        this.library = library;
        this.decompressor = library.allocDecompressor();
    }

    @Override
    public void decompress(ByteBuf in, int size, ByteBuf out) {
        boolean isGood;
        ByteBuf stream = NativeMemory.of(in);
        try {
            out.ensureWritable(size);
            isGood = out.hasMemoryAddress() ? isComplete(stream, size, out) : throughNativeMemory(stream, size, out);
        } finally {
            stream.release();
            in.skipBytes(in.readableBytes());
        }
        if (!isGood) {
            throw WireException.BAD_COMPRESSION;
        }
    }

    private boolean throughNativeMemory(ByteBuf stream, int size, ByteBuf out) {
        ByteBuf direct = out.alloc().directBuffer(Math.max(size, 1));
        try {
            boolean isGood = isComplete(stream, size, direct);
            out.writeBytes(direct);
            return isGood;
        } finally {
            direct.release();
        }
    }

    private boolean isComplete(ByteBuf stream, int size, ByteBuf out) {
        boolean isGood = library.decompress(
                decompressor,
                NativeMemory.readAddress(stream),
                stream.readableBytes(),
                NativeMemory.writeAddress(out),
                size);
        if (isGood) {
            out.writerIndex(out.writerIndex() + size);
        }
        return isGood;
    }

    @Override
    public void close() {
        if (decompressor != CLOSED) {
            library.freeDecompressor(decompressor);
            decompressor = CLOSED;
        }
    }
}
