// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told of each session that has ended. Nobody waits for it. */
@ConsumerType
public interface DisconnectListener {
    /**
     * Called once for each session that a {@link LoginListener} could see, after its end.
     *
     * @param event the session and why it ended
     */
    void onDisconnect(DisconnectEvent event);
}
