// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what a player reads whom a server sends away. Called in the intercepted modes only, and not for a server that refuses the
 * login itself: its text reaches the player as it is.
 */
@ConsumerType
public interface KickedListener {
    /**
     * Called before the client is told: it waits for the decision.
     *
     * @param event who is sent away, and why
     * @return the decision; the text of a {@link KickedDecision.Disconnect} is seen by the listeners after this one
     */
    KickedDecision onKicked(KickedEvent event);
}
