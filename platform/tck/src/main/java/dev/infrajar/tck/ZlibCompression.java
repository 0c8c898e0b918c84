// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Plain and slow zlib, which counts what has been made and not been closed. */
final class ZlibCompression implements CompressionFactory {
    private final AtomicInteger open = new AtomicInteger();

    /** How many compressors and decompressors have not been closed. */
    int open() {
        return open.get();
    }

    @Override
    public Compressor newCompressor() {
        open.incrementAndGet();
        return new Compressor() {
            @Override
            public void compress(ByteBuf in, ByteBuf out) {
                byte[] plain = new byte[in.readableBytes()];
                in.readBytes(plain);
                out.writeBytes(deflate(plain));
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public Decompressor newDecompressor() {
        open.incrementAndGet();
        return new Decompressor() {
            @Override
            public void decompress(ByteBuf in, int size, ByteBuf out) {
                byte[] stream = new byte[in.readableBytes()];
                in.readBytes(stream);
                out.writeBytes(inflate(stream, size));
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    /** A complete zlib stream. */
    static byte[] deflate(byte[] plain) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] step = new byte[8192];
            while (!deflater.finished()) {
                out.write(step, 0, deflater.deflate(step));
            }
            return out.toByteArray();
        }
    }

    /** Exactly so many bytes, or a {@link WireException}. */
    static byte[] inflate(byte[] stream, int size) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(stream);
            byte[] plain = new byte[size + 1];
            int length = 0;
            int step = inflater.inflate(plain);
            while (step > 0) {
                length += step;
                step = inflater.inflate(plain, length, plain.length - length);
            }
            if (length != size || !inflater.finished()) {
                throw WireException.BAD_COMPRESSION;
            }
            return Arrays.copyOf(plain, size);
        } catch (DataFormatException e) {
            throw WireException.BAD_COMPRESSION;
        }
    }
}
