// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.Promise;

/**
 * The question of a status probe.
 *
 * @param answered kept when an answer begins to come
 * @param address what the backend sees as the host the player typed
 */
record StatusQuestion(Promise<Void> answered, HostAndPort address) {
    /** What pingers say that belong to no version: -1. */
    private static final int NO_PROTOCOL = -1;

    private static final int HANDSHAKE_ID = 0;
    private static final int REQUEST_ID = 0;
    private static final int NEXT_STATE_STATUS = 1;
    private static final int EMPTY_PACKET_BYTES = 1;

    /** A new buffer with the handshake and the request, each with its length in front. The caller owns it. */
    ByteBuf encode(ByteBufAllocator allocator) {
        ByteBuf handshake = allocator.buffer();
        ByteBuf out = allocator.buffer();
        try {
            VarInts.write(handshake, HANDSHAKE_ID);
            VarInts.write(handshake, NO_PROTOCOL);
            WireStrings.write(handshake, address.host());
            handshake.writeShort(address.port());
            VarInts.write(handshake, NEXT_STATE_STATUS);
            VarInts.write(out, handshake.readableBytes());
            out.writeBytes(handshake);
            VarInts.write(out, EMPTY_PACKET_BYTES);
            VarInts.write(out, REQUEST_ID);
            return out;
        } finally {
            handshake.release();
        }
    }
}
