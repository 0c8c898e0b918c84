// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All sessions at this moment: a service that a plugin may ask for.
 *
 * <p>Every answer is a copy; all methods may be called from any thread and never block.
 */
@ProviderType
public interface Players {
    /**
     * All sessions that are being relayed.
     *
     * @return an unmodifiable copy in no particular order
     */
    Collection<Player> all();

    /**
     * The sessions of a name, ignoring case. Names are not unique where the backend authenticates.
     *
     * @param name a player's name
     * @return an unmodifiable copy, empty when nobody has that name
     */
    List<Player> named(String name);

    /**
     * The sessions of a UUID. Several where players prove nothing to the proxy; at most one that {@linkplain
     * Player#isAuthenticated() has proved} to have it, but for the moment in which it replaces another.
     *
     * @param uuid {@link Player#uuid}
     * @return an unmodifiable copy, empty when nobody has that UUID
     */
    List<Player> withUuid(UUID uuid);

    /**
     * The sessions on a server.
     *
     * @param serverId the server's id
     * @return an unmodifiable copy, oldest first; empty for a server that does not exist
     */
    List<Player> on(String serverId);

    /**
     * A session by its number.
     *
     * @param sessionId {@link Player#sessionId}
     * @return empty when it is over, or not relayed yet
     */
    Optional<Player> session(long sessionId);

    /**
     * The number of sessions on a server.
     *
     * @param serverId the server's id
     * @return 0 or more; 0 for a server that does not exist
     */
    int countOn(String serverId);
}
