// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import java.nio.ByteBuffer;

/**
 * A packet that a plugin has made.
 *
 * @param name the name of its kind in minecraft-data, for example {@code system_chat}
 * @param fields its fields as they go onto the wire in the player's version; read-only, each call gives a view with a position of
 *     its own
 */
public record RawPacket(String name, ByteBuffer fields) {
    /** Copies what is left in the buffer. */
    public RawPacket {
        fields = ByteBuffer.allocate(fields.remaining())
                .put(fields.duplicate())
                .flip()
                .asReadOnlyBuffer();
    }

    /**
     * A packet.
     *
     * @param name the name of its kind
     * @param fields its fields
     * @return the packet
     */
    public static RawPacket of(String name, byte... fields) {
        return new RawPacket(name, ByteBuffer.wrap(fields));
    }

    /**
     * A view with a position of its own.
     *
     * @return read-only, big-endian
     */
    @Override
    public ByteBuffer fields() {
        return fields.asReadOnlyBuffer();
    }
}
