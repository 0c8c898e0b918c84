// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at the id of a compressed packet: inflates five bytes at most. The JDK's {@link Inflater}, because it can stop in the
 * middle of a stream; libdeflate cannot. Allocates nothing. Event loop only.
 */
final class IdPeek implements AutoCloseable {
    /** The id is not in what has arrived. Ids that no table has are negative too, but nobody wants those. */
    static final int UNKNOWN = -1;

    private static final int VALUE_BITS = 7;
    private static final int VALUE_MASK = 0x7F;

    private final Inflater inflater = new Inflater();
    private final byte[] head = new byte[VarInts.MAX_BYTES];

    /**
     * Reads the id at the beginning of a zlib stream.
     *
     * @param in its indices do not move; writable
     * @param index where the stream begins
     * @param length how much of it has arrived
     * @param whole whether that is all of it
     * @return the id, or {@link #UNKNOWN} if more bytes are needed
     * @throws WireException if the stream is damaged, or holds no id
     */
    int id(ByteBuf in, int index, int length, boolean whole) {
        try {
            inflater.setInput(bytes(in, index, length));
            return id(inflater.inflate(head), whole);
        } catch (DataFormatException _) {
            throw WireException.BAD_COMPRESSION;
        } finally {
            inflater.reset();
        }
    }

    private static ByteBuffer bytes(ByteBuf in, int index, int length) {
        // The internal view belongs to the buffer; another would be a new object for each packet.
        return in.nioBufferCount() == 1 ? in.internalNioBuffer(index, length) : in.nioBuffer(index, length);
    }

    private int id(int inflated, boolean whole) {
        int id = 0;
        for (int i = 0; i < inflated; i++) {
            id |= (head[i] & VALUE_MASK) << (i * VALUE_BITS);
            if (head[i] >= 0) {
                return id;
            }
        }
        if (whole || inflated == head.length) {
            throw inflated == head.length ? WireException.VARINT_TOO_LONG : WireException.BAD_COMPRESSION;
        }
        return UNKNOWN;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
