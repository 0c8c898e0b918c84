// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told that players have got to servers, in all modes. Nobody waits for it. */
@ConsumerType
public interface ServerConnectedListener {
    /**
     * Called when a server has let a player in; in forwarding modes, where that is not seen, when the connection to the server
     * begins to be relayed.
     *
     * @param event the player and the server
     */
    void onServerConnected(ServerConnectedEvent event);
}
