// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.api.player.Player;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.kyori.adventure.text.Component;

/** The players whose packets the proxy sees: those who can read what it says. Callable from any thread. */
public final class LivePlayers {
    private final Map<Long, PlayerSource> players = new ConcurrentHashMap<>();

    void add(PlayerSource source, long sessionId) {
        players.put(sessionId, source);
    }

    void remove(long sessionId, PlayerSource source) {
        players.remove(sessionId, source);
    }

    /**
     * Shows a text to all of them.
     *
     * @param text the text
     * @param serverId those on this server only
     * @return to how many
     */
    public int broadcast(Component text, Optional<String> serverId) {
        List<PlayerSource> told = players.values().stream()
                .filter(source -> serverId.isEmpty()
                        || source.player().flatMap(Player::server).equals(serverId))
                .toList();
        told.forEach((CommandSource source) -> source.sendMessage(text));
        return told.size();
    }
}
