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
 */
public record FakePlayer(String name, int protocol, Optional<String> server, FakeClient client) implements Player {
    private static final int NEWEST = 775;

    /**
     * A player of a recent version, at no server, whom the proxy can talk to.
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
        return new FakePlayer(name, number, server, client);
    }

    /**
     * The same player at a server.
     *
     * @param serverId the server's id
     * @return a player with the same client
     */
    public FakePlayer at(String serverId) {
        return new FakePlayer(name, protocol, Optional.of(serverId), client);
    }

    @Override
    public long sessionId() {
        return 1;
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
