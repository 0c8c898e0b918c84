// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import dev.infrajar.api.player.Player;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A player without a game. Immutable, but for what the client notes.
 *
 * @param name the name
 * @param protocol the protocol number
 * @param server the server's id
 * @param client notes what is sent to it
 * @param sessionId the number of its session
 * @param uuid who it is as far as the proxy is concerned, empty in forwarding modes
 * @param isAuthenticated whether it has proved that
 */
public record FakePlayer(
        String name,
        int protocol,
        Optional<String> server,
        FakeClient client,
        long sessionId,
        Optional<UUID> uuid,
        boolean isAuthenticated)
        implements Player {
    private static final int NEWEST = 775;

    /**
     * A player of session 1 of whom nothing is known.
     *
     * @param name the name
     * @param protocol the protocol number
     * @param server the server's id
     * @param client notes what is sent to it
     */
    public FakePlayer(String name, int protocol, Optional<String> server, FakeClient client) {
        this(name, protocol, server, client, 1, Optional.empty(), false);
    }

    /**
     * A player of a recent version, at no server, whom the proxy can talk to. Its session has number 1, and nothing is known of who it
     * is.
     *
     * @param name the name
     * @return the player
     */
    public static FakePlayer named(String name) {
        return new FakePlayer(name, NEWEST, Optional.empty(), new FakeClient());
    }

    /**
     * The same player with another version.
     *
     * @param number the protocol number
     * @return a player with the same client
     */
    public FakePlayer withProtocol(int number) {
        return new FakePlayer(name, number, server, client, sessionId, uuid, isAuthenticated);
    }

    /**
     * The same player at a server.
     *
     * @param serverId the server's id
     * @return a player with the same client
     */
    public FakePlayer at(String serverId) {
        return new FakePlayer(name, protocol, Optional.of(serverId), client, sessionId, uuid, isAuthenticated);
    }

    /**
     * The same player in another session: two that are online at once have two.
     *
     * @param number the session's number
     * @return a player with the same client
     */
    public FakePlayer inSession(long number) {
        return new FakePlayer(name, protocol, server, client, number, uuid, isAuthenticated);
    }

    /**
     * The same player as in {@code offline}: it has a UUID and has proved nothing.
     *
     * @param known the UUID
     * @return a player with the same client
     */
    public FakePlayer withUuid(UUID known) {
        return new FakePlayer(name, protocol, server, client, sessionId, Optional.of(known), false);
    }

    /**
     * The same player as in {@code client_only}: it has proved whose account it uses.
     *
     * @param account the account's UUID
     * @return a player with the same client
     */
    public FakePlayer authenticatedAs(UUID account) {
        return new FakePlayer(name, protocol, server, client, sessionId, Optional.of(account), true);
    }

    @Override
    public Optional<UUID> claimedUuid() {
        return Optional.empty();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public String virtualHost() {
        return "example.com";
    }

    @Override
    public Instant connectedAt() {
        return Instant.EPOCH;
    }

    @Override
    public boolean isConnected() {
        return client.disconnectText().isEmpty();
    }
}
