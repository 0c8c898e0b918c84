// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.internal.forwarder.frame.deflate.StreamHead;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the first bytes of streams that begin so strangely that {@link StreamHead} looks too far for them: with the JDK's
 * {@link Inflater}, because it can stop in the middle of a stream; libdeflate cannot. Event loop only.
 */
final class InflaterPeek implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] head = new byte[VarInts.MAX_BYTES];

    /**
     * Inflates as many bytes as an id may have, and gives one.
     *
     * @param place of the byte, 0 the first
     * @param in its indices do not move; writable
     * @return the byte, or {@link StreamHead#MISSING} or {@link StreamHead#DAMAGED}
     */
    int at(int place, ByteBuf in, int index, int length) {
        try {
            inflater.setInput(bytes(in, index, length));
            return place < inflater.inflate(head) ? Byte.toUnsignedInt(head[place]) : StreamHead.MISSING;
        } catch (DataFormatException _) {
            return StreamHead.DAMAGED;
        } finally {
            inflater.reset();
        }
    }

    private static ByteBuffer bytes(ByteBuf in, int index, int length) {
        // The internal view belongs to the buffer; another would be a new object for each packet.
        return in.nioBufferCount() == 1 ? in.internalNioBuffer(index, length) : in.nioBuffer(index, length);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
