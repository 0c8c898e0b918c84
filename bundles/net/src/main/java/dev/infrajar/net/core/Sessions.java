// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import dev.infrajar.api.player.Player;
import java.util.List;
import net.kyori.adventure.text.Component;

/** The sessions being relayed. Callable from any thread, never blocks. */
public interface Sessions {
    /**
     * The number of sessions.
     *
     * @return 0 or more
     */
    int count();

    /**
     * The number of sessions on a server, those that are just being connected included.
     *
     * @param serverId the server's id
     * @return 0 or more
     */
    int countOn(String serverId);

    /**
     * All sessions.
     *
     * @return an unmodifiable copy, oldest first
     */
    List<SessionInfo> infos();

    /**
     * How many sessions still use an object whose class comes from a loader. A bundle may be uninstalled when nobody
     * does.
     *
     * @param loader the class loader of a bundle
     * @return 0 or more
     */
    int holding(ClassLoader loader);

    /**
     * Ends a session, or a login that has got its number already. In a session whose bytes are relayed untouched the
     * player sees a lost connection: the text can be shown before the relay begins only.
     *
     * @param sessionId {@link dev.infrajar.api.player.Player#sessionId}
     * @param text shown to the player where possible
     * @param reason one line for logs
     * @return whether there was such a session
     */
    boolean disconnect(long sessionId, Component text, String reason);

    /**
     * All players whose login has begun: those of {@link #infos} and those that are still being connected.
     *
     * @return an unmodifiable copy, oldest first
     */
    List<Player> players();

    /**
     * Whether the proxy as a whole takes no new players, because an operator said so or because it stops.
     *
     * @return {@code false} in the usual course
     */
    default boolean isDrained() {
        return false;
    }
}
