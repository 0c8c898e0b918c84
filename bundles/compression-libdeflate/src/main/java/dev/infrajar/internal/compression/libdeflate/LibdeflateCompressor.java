// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import dev.infrajar.net.compression.Compressor;
import io.netty.buffer.ByteBuf;

/** One compressor of the library. */
final class LibdeflateCompressor implements Compressor {
    private static final long CLOSED = 0;

    private final Library library;
    private long compressor;

    LibdeflateCompressor(Library library, int level) {
        this.library = library;
        this.compressor = library.allocCompressor(level);
    }

    @Override
    public void compress(ByteBuf in, ByteBuf out) {
        int bound = Math.toIntExact(library.compressBound(compressor, in.readableBytes()));
        ByteBuf plain = NativeMemory.of(in);
        try {
            out.ensureWritable(bound);
            if (out.hasMemoryAddress()) {
                compress(plain, out, bound);
            } else {
                throughNativeMemory(plain, out, bound);
            }
        } finally {
            plain.release();
        }
        in.skipBytes(in.readableBytes());
    }

    private void throughNativeMemory(ByteBuf plain, ByteBuf out, int bound) {
        ByteBuf direct = out.alloc().directBuffer(bound);
        try {
            compress(plain, direct, bound);
            out.writeBytes(direct);
        } finally {
            direct.release();
        }
    }

    private void compress(ByteBuf plain, ByteBuf out, int room) {
        long written = library.compress(
                compressor,
                NativeMemory.readAddress(plain),
                plain.readableBytes(),
                NativeMemory.writeAddress(out),
                room);
        if (written == 0) {
            throw new IllegalStateException("libdeflate needs more than the bound it has told");
        }
        out.writerIndex(out.writerIndex() + (int) written);
    }

    @Override
    public void close() {
        if (compressor != CLOSED) {
            library.freeCompressor(compressor);
            compressor = CLOSED;
        }
    }
}
