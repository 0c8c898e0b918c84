// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.net.wire.Frames;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/** A packet below the threshold that nobody asks for in either direction: it can be sent back as it is. */
public final class SmallFrame {
    /** Serverbound a plugin message, clientbound a cooldown; see the table of protocol 775. */
    private static final int ID = 22;

    private SmallFrame() {}

    /**
     * Makes one.
     *
     * @param bytes all of it on the wire, 4..127
     */
    public static ByteBuffer of(int bytes) {
        ByteBuf out = Unpooled.buffer(bytes);
        Frames.writeHeader(out, bytes - 1);
        VarInts.write(out, Frames.NOT_COMPRESSED);
        VarInts.write(out, ID);
        out.writeZero(bytes - out.readableBytes());
        return ByteBuffer.allocateDirect(bytes).put(out.nioBuffer()).flip();
    }
}
