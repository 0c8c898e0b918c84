// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides about commands on their way to the server. Called in the intercepted modes only. */
@ConsumerType
public interface CommandListener {
    /**
     * Called for each command. What the player sends next waits for the decision.
     *
     * @param event who has typed what
     * @return the decision; a {@link CommandDecision.Deny} ends the chain
     */
    CommandDecision onCommand(CommandEvent event);
}
