// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.player.Players;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Outcome;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Component;

/** All sessions by their own number, and how many of them each server has. */
@Component(service = {SessionTable.class, Sessions.class, Players.class})
public final class SessionTable implements Sessions, Players {
    private final AtomicLong lastId = new AtomicLong();
    private final ConcurrentHashMap<Long, RelayedSession> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Integer> perServer = new ConcurrentHashMap<>();

    long nextId() {
        return lastId.incrementAndGet();
    }

    /**
     * Takes a place on a server.
     *
     * @param max the most sessions, 0 for no limit
     * @return whether there was one; it must be given back
     */
    boolean takePlace(String serverId, int max) {
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

    void add(RelayedSession session) {
        sessions.put(session.sessionId(), session);
    }

    void remove(RelayedSession session) {
        sessions.remove(session.sessionId());
    }

    Collection<RelayedSession> live() {
        return sessions.values();
    }

    @Override
    public int count() {
        return sessions.size();
    }

    @Override
    public int countOn(String serverId) {
        return perServer.getOrDefault(serverId, 0);
    }

    @Override
    public List<SessionInfo> infos() {
        return sessions.values().stream()
                .sorted(Comparator.comparingLong(RelayedSession::sessionId))
                .map(RelayedSession::info)
                .toList();
    }

    @Override
    public Collection<Player> all() {
        return List.copyOf(sessions.values());
    }

    @Override
    public List<Player> named(String name) {
        return sessions.values().stream()
                .filter(session -> session.name().equalsIgnoreCase(name))
                .map(Player.class::cast)
                .toList();
    }

    @Override
    public List<Player> players() {
        return sessions.values().stream()
                .sorted(Comparator.comparingLong(RelayedSession::sessionId))
                .map(Player.class::cast)
                .toList();
    }

    @Override
    public boolean disconnect(long sessionId, net.kyori.adventure.text.Component text, String reason) {
        RelayedSession session = sessions.get(sessionId);
        RelayedSession.Relay relay = session == null ? null : session.relay();
        if (relay == null) {
            return false;
        }
        relay.client().eventLoop().execute(() -> relay.forwarder().abort(new Outcome.Failed(Blame.PROXY, reason)));
        return true;
    }

    @Override
    public int holding(ClassLoader loader) {
        return (int) sessions.values().stream()
                .filter(session -> {
                    RelayedSession.Relay relay = session.relay();
                    return relay != null && relay.forwarder().getClass().getClassLoader() == loader;
                })
                .count();
    }
}
