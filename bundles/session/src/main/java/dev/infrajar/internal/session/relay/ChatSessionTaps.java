// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the chat session of a client (1.19.3 and later) from backends that know the player by another UUID than the proved one: its key
 * is bound to that, and a backend that checks it ends the connection. What the client signs is unsigned to such a backend, as is
 * all chat of players who prove nothing.
 */
@Component
@TapInterest(
        id = "chat-session",
        kinds = "play serverbound chat_session_update",
        maxBytes = ChatSessionTaps.MAX_BYTES,
        failOpen = false)
public final class ChatSessionTaps implements PacketTapFactory {
    /** A UUID, a time, a key of at most 512 bytes and its signature of at most 4096: no backend reads more. */
    static final int MAX_BYTES = 8192;

    @Override
    public Optional<PacketTap> create(TapSession session) {
        return session.player() instanceof PlayerSession player && !player.isProvedToBackend()
                ? Optional.of(TappedPacket::drop)
                : Optional.empty();
    }
}
