// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** Players online, and how they left. */
final class FakeSessions implements Sessions {
    private final List<Player> players = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /** A player whose packets the proxy does not see: the UUID is what the client says, empty for none. */
    FakeSessions join(String name, String claimed, String address) {
        return join(name, claimed, "", address);
    }

    /** A player who has been given a UUID. */
    FakeSessions join(String name, String claimed, String given, String address) {
        players.add(new FakePlayer(players.size() + 1L, name, uuid(claimed), uuid(given), address));
        return this;
    }

    private static Optional<UUID> uuid(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty()).map(UUID::fromString);
    }

    /** A line for each player who was dropped: name, reason for logs, text. */
    List<String> dropped() {
        return dropped;
    }

    @Override
    public boolean disconnect(long sessionId, Component text, String reason) {
        Optional<Player> found = players.stream()
                .filter(player -> player.sessionId() == sessionId)
                .findFirst();
        found.ifPresent(player -> {
            players.remove(player);
            String shown = LegacyComponentSerializer.legacySection().serialize(text);
            dropped.add(player.name() + ": " + reason + ": "
                    + shown.lines().findFirst().orElse(""));
        });
        return found.isPresent();
    }

    @Override
    public List<Player> players() {
        return List.copyOf(players);
    }

    @Override
    public int count() {
        return players.size();
    }

    @Override
    public int countOn(String serverId) {
        return players.size();
    }

    @Override
    public List<SessionInfo> infos() {
        return List.of();
    }

    @Override
    public int holding(ClassLoader loader) {
        return 0;
    }
}
