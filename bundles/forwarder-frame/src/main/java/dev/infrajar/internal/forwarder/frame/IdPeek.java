// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.internal.forwarder.frame.deflate.StreamHead;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** Looks at the id of a compressed packet: decodes five bytes at most, mostly one. Allocates nothing. Event loop only. */
final class IdPeek {
    /** The id is not in what has arrived. Ids that no table has are negative too, but nobody wants those. */
    static final int UNKNOWN = -1;

    private static final int VALUE_BITS = 7;
    private static final int VALUE_MASK = 0x7F;

    private final StreamHead head = new StreamHead();

    /**
     * Reads the id at the beginning of a zlib stream.
     *
     * @param in its indices do not move
     * @param index where the stream begins
     * @param length how much of it has arrived
     * @param whole whether that is all of it
     * @return the id, or {@link #UNKNOWN} if more bytes are needed
     * @throws WireException if the stream is damaged before the id ends, or holds none
     */
    int id(ByteBuf in, int index, int length, boolean whole) {
        head.begin(in, index, length);
        int id = 0;
        for (int i = 0; i < VarInts.MAX_BYTES; i++) {
            int value = head.next();
            if (value < 0) {
                return without(value, whole);
            }
            id |= (value & VALUE_MASK) << (i * VALUE_BITS);
            if (value <= VALUE_MASK) {
                return id;
            }
        }
        throw WireException.VARINT_TOO_LONG;
    }

    private static int without(int reason, boolean whole) {
        if (whole || reason == StreamHead.DAMAGED) {
            throw WireException.BAD_COMPRESSION;
        }
        return UNKNOWN;
    }
}
