// SPDX-License-Identifier: Apache-2.0
package com.example.packetinjector;

import dev.infrajar.api.event.DisconnectEvent;
import dev.infrajar.api.event.DisconnectListener;
import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketInterest;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.api.player.Player;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import net.kyori.adventure.title.Title;

/**
 * Greets a joining player with a title. It waits for the packet that puts the player into the world: a title that comes before there
 * is a world is not seen.
 */
@PacketInterest(
        id = "greeter",
        kinds = {"play clientbound login", "play clientbound position"})
@org.osgi.service.component.annotations.Component
public final class Greeter implements PacketListener, DisconnectListener {
    private static final Title.Times TIMES =
            Title.Times.times(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(1));

    /** Session ids. Listeners are called by several threads. */
    private final Set<Long> joining = ConcurrentHashMap.newKeySet();

    @Override
    public PacketAnswer onPacket(PacketEvent event) {
        Player player = event.player();
        if (event.kind().name().equals("login")) {
            joining.add(player.sessionId());
        } else if (joining.remove(player.sessionId())) {
            // Before Minecraft 1.8 there are no titles and the answer is UNSUPPORTED: nothing to do about it.
            player.client().showTitle(greeting(player.name()));
        }
        return PacketAnswer.pass();
    }

    @Override
    public void onDisconnect(DisconnectEvent event) {
        joining.remove(event.player().sessionId());
    }

    private static Title greeting(String name) {
        return Title.title(
                Component.text("Welcome", NamedTextColor.GOLD), Component.text(name, NamedTextColor.YELLOW), TIMES);
    }
}
