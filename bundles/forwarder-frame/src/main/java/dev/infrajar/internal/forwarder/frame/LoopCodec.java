// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The compression state that the sessions of one event loop share: no packet is left half done when the next one comes. What is
 * native is made when first needed. Event loop only.
 */
final class LoopCodec {
    private final CompressionFactory factory;
    private final int level;
    private final IdPeek peek = new IdPeek();
    private @Nullable Compressor compressor;
    private @Nullable Decompressor decompressor;
    private int sessions;

    LoopCodec(CompressionFactory factory) {
        this.factory = factory;
        this.level = factory.level();
    }

    /** Whether what it makes is what a factory would make now. */
    boolean isOf(CompressionFactory other) {
        return factory == other && level == other.level();
    }

    void enter() {
        sessions++;
    }

    /** Frees everything with the last session. Whether this was it. */
    boolean leave() {
        if (--sessions > 0) {
            return false;
        }
        close();
        return true;
    }

    /** The id of a compressed packet, as {@link IdPeek#id}. */
    int peekId(ByteBuf in, int index, int length, boolean whole) {
        return peek.id(in, index, length, whole);
    }

    /**
     * Appends the packet that a zlib stream holds.
     *
     * @throws dev.infrajar.net.wire.WireException if it is damaged, or not of that size; {@code out} is as before then
     */
    void inflate(ByteBuf in, int index, int length, int size, ByteBuf out) {
        if (decompressor == null) {
            decompressor = factory.newDecompressor();
        }
        ByteBuf stream = in.retainedSlice(index, length);
        try {
            decompressor.decompress(stream, size, out);
        } finally {
            stream.release();
        }
    }

    /** Appends a zlib stream that holds the packet. */
    void deflate(ByteBuf in, int index, int length, ByteBuf out) {
        if (compressor == null) {
            compressor = factory.newCompressor();
        }
        ByteBuf packet = in.retainedSlice(index, length);
        try {
            compressor.compress(packet, out);
        } finally {
            packet.release();
        }
    }

    private void close() {
        if (compressor != null) {
            compressor.close();
            compressor = null;
        }
        if (decompressor != null) {
            decompressor.close();
            decompressor = null;
        }
    }
}
