// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides about plugin messages, both ways: about all, or those of the channels that it declares with {@link PluginMessageInterest}.
 * Called in the intercepted modes only.
 */
@ConsumerType
public interface PluginMessageListener {
    /**
     * Called for each message that is wanted. What follows in its direction waits for the decision.
     *
     * @param event the message
     * @return the decision; a {@link PluginMessageDecision.Drop} ends the chain, a {@link PluginMessageDecision.Replace} is seen by
     *     the listeners after this one
     */
    PluginMessageDecision onPluginMessage(PluginMessageEvent event);
}
