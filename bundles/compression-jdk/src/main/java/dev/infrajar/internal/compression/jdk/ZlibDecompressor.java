// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One {@link Inflater}, reset for each piece. */
final class ZlibDecompressor implements Decompressor {
    private final Inflater inflater = new Inflater();

    @Override
    public void decompress(ByteBuf in, int size, ByteBuf out) {
        int start = out.writerIndex();
        out.ensureWritable(size);
        try {
            int written = inflate(in, out.internalNioBuffer(start, size));
            if (written != size || !inflater.finished()) {
                throw WireException.BAD_COMPRESSION;
            }
            out.writerIndex(start + size);
        } catch (DataFormatException _) {
            throw WireException.BAD_COMPRESSION;
        } finally {
            in.skipBytes(in.readableBytes());
            inflater.reset();
        }
    }

    private int inflate(ByteBuf in, ByteBuffer room) throws DataFormatException {
        if (in.nioBufferCount() == 1) {
            // This view belongs to the buffer; nioBuffers() would make a new one for each packet.
            return inflate(in.internalNioBuffer(in.readerIndex(), in.readableBytes()), room);
        }
        int written = 0;
        for (ByteBuffer piece : in.nioBuffers()) {
            written += inflate(piece, room);
        }
        return written;
    }

    /** The bytes written. With no room left it still reads the checksum behind the last of them. */
    private int inflate(ByteBuffer piece, ByteBuffer room) throws DataFormatException {
        inflater.setInput(piece);
        int written = 0;
        int step;
        do {
            step = inflater.inflate(room);
            written += step;
        } while (step > 0 && !inflater.finished());
        return written;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
