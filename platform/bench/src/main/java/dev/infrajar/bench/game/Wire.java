// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Puts packets into frames and takes them out, one side of a connection. All of a login are below the threshold once that is known. */
final class Wire {
    private boolean compresses;

    /** From now on frames say whether they are compressed. */
    void compress() {
        compresses = true;
    }

    /** Appends a frame. */
    void write(ByteBuf out, ByteBuf packet) {
        if (compresses && packet.readableBytes() >= Game.THRESHOLD) {
            throw new IllegalArgumentException("a packet of " + packet.readableBytes() + " bytes would be compressed");
        }
        Frames.writeHeader(out, packet.readableBytes() + (compresses ? 1 : 0));
        if (compresses) {
            VarInts.write(out, Frames.NOT_COMPRESSED);
        }
        out.writeBytes(packet);
    }

    /**
     * Takes the next packet out.
     *
     * @return id and fields, valid until more is written to {@code in}; null if it has not arrived as a whole
     * @throws IOException if it is compressed
     */
    @Nullable
    ByteBuf next(ByteBuf in) throws IOException {
        int header = Frames.header(in, in.readerIndex(), in.writerIndex());
        if (header == Frames.INCOMPLETE || in.readableBytes() < Frames.frameBytes(header)) {
            return null;
        }
        in.skipBytes(Frames.headerBytes(header));
        ByteBuf body = in.readSlice(Frames.bodyBytes(header));
        if (compresses && VarInts.read(body) != Frames.NOT_COMPRESSED) {
            throw new IOException("a compressed packet came within the login");
        }
        return body;
    }
}
