// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told of players' settings. Nobody waits for it. Called in the intercepted modes only. */
@ConsumerType
public interface ClientSettingsListener {
    /**
     * Called when a client sends its settings: when it joins, and when the player changes them.
     *
     * @param event the settings
     */
    void onClientSettings(ClientSettingsEvent event);
}
