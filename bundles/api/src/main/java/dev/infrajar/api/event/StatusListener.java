// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Sees every answer to a server list ping before it is sent, and may change it. */
@ConsumerType
public interface StatusListener {
    /**
     * Called for each ping, legacy pings included.
     *
     * @param event who asks, and the answer so far
     * @return the answer to send; {@link StatusEvent#answer()} to leave it as it is
     */
    StatusAnswer onStatus(StatusEvent event);
}
