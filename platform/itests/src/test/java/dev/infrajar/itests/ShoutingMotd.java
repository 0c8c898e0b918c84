// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import net.kyori.adventure.text.Component;

/** A plugin's listener that changes the text of the server list. */
public final class ShoutingMotd implements StatusListener {
    @Override
    public StatusAnswer onStatus(StatusEvent event) {
        return event.answer().withDescription(Component.text("shouted by a plugin"));
    }
}
