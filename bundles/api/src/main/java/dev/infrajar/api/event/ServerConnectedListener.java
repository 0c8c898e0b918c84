// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told that players have got to servers, in all modes. Nobody waits for it. */
@ConsumerType
public interface ServerConnectedListener {
    /**
     * Called when the connection to a server begins to be relayed. In {@code client_only} the server has let the player in by
     * then; elsewhere the two still have their login before them.
     *
     * @param event the player and the server
     */
    void onServerConnected(ServerConnectedEvent event);
}
