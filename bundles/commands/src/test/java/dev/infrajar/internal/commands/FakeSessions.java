// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;

/** Players online, and how they were sent away. */
public final class FakeSessions implements Sessions {
    private final List<Player> players;
    private final List<String> ended = new ArrayList<>();

    public FakeSessions(Player... players) {
        this.players = List.of(players);
    }

    /** A line for each session that was ended: its number, the text, the reason. */
    public List<String> ended() {
        return List.copyOf(ended);
    }

    @Override
    public int count() {
        return players.size();
    }

    @Override
    public int countOn(String serverId) {
        return (int) players.stream()
                .filter(player -> player.server().filter(serverId::equals).isPresent())
                .count();
    }

    @Override
    public List<SessionInfo> infos() {
        return players.stream()
                .map(player -> new SessionInfo(player, "frame", 0, 0))
                .toList();
    }

    @Override
    public int holding(ClassLoader loader) {
        return 0;
    }

    @Override
    public boolean disconnect(long sessionId, Component text, String reason) {
        boolean isThere = players.stream().anyMatch(player -> player.sessionId() == sessionId);
        if (isThere) {
            ended.add(
                    sessionId + ": " + PlainTextComponentSerializer.plainText().serialize(text) + ": " + reason);
        }
        return isThere;
    }

    @Override
    public List<Player> players() {
        return players;
    }
}
