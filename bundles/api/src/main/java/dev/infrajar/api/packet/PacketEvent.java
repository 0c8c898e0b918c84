// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import dev.infrajar.api.player.Player;
import java.nio.ByteBuffer;

/**
 * A packet on its way.
 *
 * @param player whose it is
 * @param kind what it is
 * @param fields its fields as they are on the wire; read-only, big-endian, each call gives a view with a position of its own
 */
public record PacketEvent(Player player, PacketKind kind, ByteBuffer fields) {
    /** Takes a view. */
    public PacketEvent {
        fields = fields.asReadOnlyBuffer();
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
