// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.player.Player;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Administrators that the console has named: until the proxy ends. A session is one whoever it claims to be, because the operator has
 * pointed at it; a later one only by a UUID that was authenticated. Thread-safe.
 */
final class Operators {
    private final Set<Long> sessions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> uuids = ConcurrentHashMap.newKeySet();

    /** The UUID of a player who has proved it. */
    static Optional<UUID> verified(Player player) {
        return player.isAuthenticated() ? player.uuid() : Optional.empty();
    }

    /** Names a player: this session, and those to come if the UUID is authenticated. */
    void add(Player player) {
        sessions.add(player.sessionId());
        verified(player).ifPresent(uuids::add);
    }

    void add(UUID uuid) {
        uuids.add(uuid);
    }

    /** Returns whether the player was one. */
    boolean remove(Player player) {
        boolean wasSession = sessions.remove(player.sessionId());
        boolean wasUuid = verified(player).map(uuids::remove).orElse(false);
        return wasSession || wasUuid;
    }

    /** Returns whether the UUID was one. */
    boolean remove(UUID uuid) {
        return uuids.remove(uuid);
    }

    boolean contains(Player player) {
        return sessions.contains(player.sessionId())
                || verified(player).map(uuids::contains).orElse(false);
    }

    /** The UUIDs in order; then the players of this moment who are operators by their session alone. */
    List<String> lines(List<Player> online) {
        sessions.retainAll(online.stream().map(Player::sessionId).toList());
        Stream<String> bySession = online.stream()
                .filter(player -> sessions.contains(player.sessionId()))
                .map(player -> player.name() + " (until the session ends)");
        return Stream.concat(uuids.stream().map(UUID::toString).sorted(), bySession)
                .toList();
    }
}
