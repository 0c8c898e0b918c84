// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * The two packets that ask a server for its status.
 *
 * @param protocol the number the answer is made for
 * @param host what the server sees as the host the player typed
 * @param port the port beside it
 */
record StatusRequest(int protocol, String host, int port) {
    private static final int HANDSHAKE_ID = 0;
    private static final int REQUEST_ID = 0;
    private static final int NEXT_STATE_STATUS = 1;
    private static final int EMPTY_PACKET_BYTES = 1;

    /** A new buffer with both packets, each with its length in front. The caller owns it. */
    ByteBuf encode(ByteBufAllocator allocator) {
        ByteBuf handshake = allocator.buffer();
        ByteBuf out = allocator.buffer();
        try {
            VarInts.write(handshake, HANDSHAKE_ID);
            VarInts.write(handshake, protocol);
            WireStrings.write(handshake, host);
            handshake.writeShort(port);
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
