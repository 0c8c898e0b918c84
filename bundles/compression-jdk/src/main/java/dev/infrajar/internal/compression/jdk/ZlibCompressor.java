// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import dev.infrajar.net.compression.Compressor;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** One {@link Deflater}, reset for each piece. */
final class ZlibCompressor implements Compressor {
    /** Room that is made at a time, in bytes: most packets that are compressed fit. */
    private static final int STEP = 4096;

    private final Deflater deflater;

    ZlibCompressor(int level) {
        this.deflater = new Deflater(level);
    }

    @Override
    public void compress(ByteBuf in, ByteBuf out) {
        if (in.nioBufferCount() == 1) {
            // This view belongs to the buffer; nioBuffers() would make a new one for each packet.
            take(in.internalNioBuffer(in.readerIndex(), in.readableBytes()), out);
        } else {
            for (ByteBuffer piece : in.nioBuffers()) {
                take(piece, out);
            }
        }
        in.skipBytes(in.readableBytes());
        deflater.finish();
        while (!deflater.finished()) {
            drain(out);
        }
        deflater.reset();
    }

    private void take(ByteBuffer piece, ByteBuf out) {
        deflater.setInput(piece);
        while (!deflater.needsInput()) {
            drain(out);
        }
    }

    private void drain(ByteBuf out) {
        out.ensureWritable(STEP);
        ByteBuffer room = out.internalNioBuffer(out.writerIndex(), out.writableBytes());
        out.writerIndex(out.writerIndex() + deflater.deflate(room));
    }

    @Override
    public void close() {
        deflater.end();
    }
}
