// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.player;

import java.util.Collection;
import java.util.List;
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
     * The number of sessions on a server.
     *
     * @param serverId the server's id
     * @return 0 or more; 0 for a server that does not exist
     */
    int countOn(String serverId);
}
