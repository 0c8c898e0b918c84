// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.intercept.PacketEnd;
import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** Makes frames of packets. Event loop only. */
final class FrameWriter {
    /** The most bytes of a packet: one that cannot be compressed grows by five bytes for each 16 KiB (RFC 1951, 3.2.4). */
    static final int MAX_PACKET_BYTES = Frames.MAX_BODY_BYTES - 4096;

    private final CompressionFactory compression;
    private int threshold = PacketEnd.NO_COMPRESSION;
    private @Nullable StreamCipher encryptor;
    private @Nullable Compressor compressor;

    FrameWriter(CompressionFactory compression) {
        this.compression = compression;
    }

    void encrypt(StreamCipher cipher) {
        encryptor = cipher;
    }

    void deflate(int newThreshold) {
        threshold = newThreshold;
    }

    int threshold() {
        return threshold;
    }

    /** The frame as it goes on the wire, released by the caller; the packet is read to its end. */
    ByteBuf frame(ByteBufAllocator allocator, ByteBuf packet) {
        ByteBuf frame = allocator.directBuffer(packet.readableBytes() + Frames.MAX_HEADER_BYTES + 1);
        try {
            write(frame, packet);
        } catch (RuntimeException | LinkageError e) {
            frame.release();
            throw e;
        }
        if (encryptor != null) {
            encryptor.apply(frame);
        }
        return frame;
    }

    private void write(ByteBuf frame, ByteBuf packet) {
        if (threshold < 0) {
            Frames.writeHeader(frame, packet.readableBytes());
            frame.writeBytes(packet);
        } else if (packet.readableBytes() < threshold) {
            Frames.writeHeader(frame, packet.readableBytes() + 1);
            VarInts.write(frame, Frames.NOT_COMPRESSED);
            frame.writeBytes(packet);
        } else {
            int start = Frames.begin(frame);
            VarInts.write(frame, packet.readableBytes());
            compressor().compress(packet, frame);
            Frames.end(frame, start);
        }
    }

    private Compressor compressor() {
        if (compressor == null) {
            compressor = compression.newCompressor();
        }
        return compressor;
    }

    /** Frees all that needs to be freed; a second call does nothing. Nothing is written any more. */
    void close() {
        encryptor = null;
        if (compressor != null) {
            compressor.close();
            compressor = null;
        }
    }
}
