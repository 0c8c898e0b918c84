// SPDX-License-Identifier: Apache-2.0
package com.example.motd;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** Greets players in the server list with the host name they asked for. */
@org.osgi.service.component.annotations.Component
public final class MotdListener implements StatusListener {
    @Override
    public StatusAnswer onStatus(StatusEvent event) {
        return event.answer().withDescription(greeting(event.virtualHost()));
    }

    private static Component greeting(String host) {
        Component welcome = Component.text("Welcome", NamedTextColor.GREEN);
        return host.isEmpty()
                ? welcome
                : welcome.append(Component.text(" to ")).append(Component.text(host, NamedTextColor.GOLD));
    }
}
