// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides about what players say. Called in the intercepted modes only. */
@ConsumerType
public interface ChatListener {
    /**
     * Called for each message. What the player sends next waits for the decision.
     *
     * @param event who says what
     * @return the decision; a {@link ChatDecision.Deny} ends the chain, a {@link ChatDecision.Modify} is seen by the listeners after
     *     this one
     */
    ChatDecision onChat(ChatEvent event);
}
