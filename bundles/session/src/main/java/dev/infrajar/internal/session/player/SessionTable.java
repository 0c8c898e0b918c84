// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.player.Players;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import net.kyori.adventure.text.Component;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/**
 * All sessions by their own number, those that are still logging in included, and how many of them each server has. What
 * it tells others about sessions is about those that are relayed, but where it says otherwise.
 */
@org.osgi.service.component.annotations.Component(service = {SessionTable.class, Sessions.class, Players.class})
public final class SessionTable implements Sessions, Players {
    private final Intake intake;
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger relayed = new AtomicInteger();
    private final ConcurrentHashMap<Long, PlayerSession> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, PlayerSession> proved = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> perServer = new ConcurrentHashMap<>();

    /** Called by Declarative Services. */
    @Activate
    public SessionTable(@Reference Intake intake) {
        this.intake = intake;
    }

    public long nextId() {
        return lastId.incrementAndGet();
    }

    /**
     * Takes a place on a server.
     *
     * @param max the most sessions, 0 for no limit
     * @return whether there was one; it must be given back
     */
    public boolean takePlace(String serverId, int max) {
        boolean[] taken = new boolean[1];
        perServer.compute(serverId, (id, count) -> {
            int current = count == null ? 0 : count;
            taken[0] = max == 0 || current < max;
            return taken[0] ? Integer.valueOf(current + 1) : count;
        });
        return taken[0];
    }

    void giveBackPlace(String serverId) {
        perServer.computeIfPresent(serverId, (id, count) -> count == 1 ? null : count - 1);
    }

    /** A login has begun. */
    public void add(PlayerSession session) {
        sessions.put(session.sessionId(), session);
    }

    /** The bytes of a session begin to flow. On its event loop, as all that follows. */
    public void relay(PlayerSession session, PlayerSession.Relay relay) {
        session.relayedBy(relay);
        relayed.incrementAndGet();
    }

    public void remove(PlayerSession session) {
        session.uuid().ifPresent(uuid -> proved.remove(uuid, session));
        if (sessions.remove(session.sessionId()) != null && !session.isLoggingIn()) {
            relayed.decrementAndGet();
        }
    }

    /**
     * Ends the session before this one of a player who has just proved who it is; those that only claim to be it stay.
     *
     * @return the other, which may still have its place for a moment: {@link PlayerSession#awaitGone}
     */
    public Optional<PlayerSession> replaceOthers(PlayerSession session, Component text) {
        UUID uuid = session.uuid().orElseThrow();
        PlayerSession other = proved.put(uuid, session);
        if (other != null && other != session && other.isConnected()) {
            other.disconnect(text, "the player has logged in again");
        }
        if (!session.isConnected()) {
            // It was removed before it was put here.
            proved.remove(uuid, session);
        }
        return Optional.ofNullable(other).filter(before -> before != session);
    }

    /** Sessions of any stage, oldest first. */
    public List<PlayerSession> find(Predicate<PlayerSession> isWanted) {
        return sessions.values().stream()
                .filter(isWanted)
                .sorted(Comparator.comparingLong(PlayerSession::sessionId))
                .toList();
    }

    private List<PlayerSession> relayed() {
        return find(session -> !session.isLoggingIn());
    }

    @Override
    public int count() {
        return relayed.get();
    }

    @Override
    public int countOn(String serverId) {
        return perServer.getOrDefault(serverId, 0);
    }

    @Override
    public List<SessionInfo> infos() {
        return relayed().stream().map(PlayerSession::info).toList();
    }

    @Override
    public Collection<Player> all() {
        return List.copyOf(relayed());
    }

    @Override
    public List<Player> named(String name) {
        return List.copyOf(
                find(session -> !session.isLoggingIn() && session.name().equalsIgnoreCase(name)));
    }

    @Override
    public List<Player> withUuid(UUID uuid) {
        return List.copyOf(find(session ->
                !session.isLoggingIn() && session.uuid().filter(uuid::equals).isPresent()));
    }

    @Override
    public List<Player> on(String serverId) {
        return List.copyOf(find(session -> !session.isLoggingIn()
                && session.server().filter(serverId::equals).isPresent()));
    }

    @Override
    public Optional<Player> session(long sessionId) {
        return Optional.ofNullable(sessions.get(sessionId))
                .filter(session -> !session.isLoggingIn())
                .map(Player.class::cast);
    }

    @Override
    public List<Player> players() {
        return List.copyOf(find(session -> true));
    }

    @Override
    public boolean disconnect(long sessionId, Component text, String reason) {
        PlayerSession session = sessions.get(sessionId);
        if (session == null) {
            return false;
        }
        session.disconnect(text, reason);
        return true;
    }

    @Override
    public boolean isDrained() {
        return intake.isClosed();
    }

    @Override
    public int holding(ClassLoader loader) {
        if (loader == SessionTable.class.getClassLoader()) {
            // Whatever relays them: this bundle's classes are needed until their ends are told.
            return sessions.size();
        }
        return find(session -> session.isMadeOf(loader)).size();
    }
}
