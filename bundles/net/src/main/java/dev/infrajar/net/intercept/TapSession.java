// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import net.kyori.adventure.text.Component;
import org.osgi.annotation.versioning.ProviderType;

/** A session, as its taps see it. */
@ProviderType
public interface TapSession {
    /**
     * Who plays.
     *
     * @return the same object in the whole session
     */
    Player player();

    /**
     * What client and backend speak: gives ids and formats.
     *
     * @return the dialect
     */
    Dialect dialect();

    /**
     * Where everything of this session happens.
     *
     * @return the event loop
     */
    EventLoop loop();

    /**
     * Where the session is: the phase that the next packet of a direction belongs to. A tap that is made in the middle of a session
     * begins there, and is told of each change by {@link PacketTap#phaseChanged}. On the event loop.
     *
     * @param direction the direction; they change at different moments
     * @return login, configuration or play
     */
    Phase phase(Direction direction);

    /**
     * As {@link PacketForwarder#send}. On the event loop.
     *
     * @param direction where to
     * @param packet id and fields; released by the forwarder
     */
    void send(Direction direction, ByteBuf packet);

    /**
     * Ends the session with a text for the player. Callable from any thread.
     *
     * @param text what the player reads
     * @param reason one line for logs; what stands before a colon is counted, and is therefore to be constant words
     */
    void disconnect(Component text, String reason);
}
