// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import dev.infrajar.internal.commands.registry.Permissions;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/** A player who types. */
final class PlayerSource implements CommandSource {
    private final Player player;
    private final Permissions permissions;
    private final PlayerLink link;

    PlayerSource(Player player, Permissions permissions, PlayerLink link) {
        this.player = player;
        this.permissions = permissions;
        this.link = link;
    }

    @Override
    public Optional<Player> player() {
        return Optional.of(player);
    }

    @Override
    public String name() {
        return player.name();
    }

    @Override
    public void sendMessage(Component text) {
        link.show(text);
    }

    @Override
    public boolean hasPermission(String permission) {
        return permissions.has(player, permission);
    }
}
