// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import io.netty.buffer.ByteBuf;
import java.util.UUID;

/** UUIDs as sixteen bytes, the most significant first. The four integers of 1.16's data are the same bytes. */
public final class WireUuids {
    private static final int BYTES = 16;

    private WireUuids() {}

    /**
     * Reads a UUID.
     *
     * @param in its reader index moves by 16 bytes
     * @return any
     * @throws WireException if it does not end within the buffer
     */
    public static UUID read(ByteBuf in) {
        if (in.readableBytes() < BYTES) {
            throw WireException.TRUNCATED;
        }
        return new UUID(in.readLong(), in.readLong());
    }

    /**
     * Writes a UUID.
     *
     * @param out grows by 16 bytes
     * @param uuid any
     */
    public static void write(ByteBuf out, UUID uuid) {
        out.writeLong(uuid.getMostSignificantBits()).writeLong(uuid.getLeastSignificantBits());
    }
}
