// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides about each connection to a backend, right before it is dialled. */
@ConsumerType
public interface ServerConnectListener {
    /**
     * Called before a backend is dialled for a session.
     *
     * @param event the session and the server
     * @return the decision; a {@link ServerConnectDecision.Deny} ends the chain, a {@link ServerConnectDecision.ConnectTo}
     *     is seen by the listeners after this one
     */
    ServerConnectDecision onServerConnect(ServerConnectEvent event);
}
