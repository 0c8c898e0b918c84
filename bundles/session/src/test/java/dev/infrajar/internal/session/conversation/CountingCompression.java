// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** zlib as simple as can be; knows what it has made and what of that has been closed, how often. */
public final class CountingCompression implements CompressionFactory {
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    public int made() {
        return made.get();
    }

    public int closed() {
        return closed.get();
    }

    @Override
    public Compressor newCompressor() {
        made.incrementAndGet();
        return new Compressor() {
            @Override
            public void compress(ByteBuf in, ByteBuf out) {
                try (Deflater deflater = new Deflater()) {
                    deflater.setInput(taken(in));
                    deflater.finish();
                    byte[] some = new byte[100];
                    while (!deflater.finished()) {
                        out.writeBytes(some, 0, deflater.deflate(some));
                    }
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Override
    public Decompressor newDecompressor() {
        made.incrementAndGet();
        return new Decompressor() {
            @Override
            public void decompress(ByteBuf in, int size, ByteBuf out) {
                try (Inflater inflater = new Inflater()) {
                    inflater.setInput(taken(in));
                    byte[] all = new byte[size + 1];
                    int written = inflater.inflate(all);
                    if (written != size || !inflater.finished()) {
                        throw WireException.BAD_COMPRESSION;
                    }
                    out.writeBytes(all, 0, size);
                } catch (DataFormatException _) {
                    throw WireException.BAD_COMPRESSION;
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private static byte[] taken(ByteBuf in) {
        byte[] bytes = ByteBufUtil.getBytes(in);
        in.skipBytes(bytes.length);
        return bytes;
    }
}
