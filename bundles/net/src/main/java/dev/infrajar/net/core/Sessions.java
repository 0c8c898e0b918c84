// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;

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
}
