// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import java.nio.ByteBuffer;

/**
 * A message between mods of the client and plugins of the server.
 *
 * @param player whose session it passes
 * @param source who has sent it
 * @param channel an identifier, for example {@code minecraft:brand}; before Minecraft 1.13 any word
 * @param data the message, as the listeners before have left it; read-only
 */
public record PluginMessageEvent(Player player, Source source, String channel, ByteBuffer data) {
    /** Who sends a plugin message. */
    public enum Source {
        /** The client; it goes to the server. */
        CLIENT,
        /** The server; it goes to the client. */
        SERVER
    }

    /** Takes a view. */
    public PluginMessageEvent {
        data = data.asReadOnlyBuffer();
    }

    /**
     * A view with a position of its own.
     *
     * @return read-only, big-endian
     */
    @Override
    public ByteBuffer data() {
        return data.asReadOnlyBuffer();
    }
}
