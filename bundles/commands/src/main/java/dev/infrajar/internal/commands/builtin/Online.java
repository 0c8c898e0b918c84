// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.player.Player;
import java.util.List;

/** Who is there. */
record Online(Surroundings proxy) {
    /** The sessions of a name, in any case of its letters. */
    List<Player> named(String name) {
        return players().stream()
                .filter(player -> player.name().equalsIgnoreCase(name))
                .toList();
    }

    List<String> names() {
        return players().stream().map(Player::name).distinct().toList();
    }

    private List<Player> players() {
        return proxy.sessions().map(sessions -> sessions.players()).orElse(List.of());
    }
}
