// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.player.PlayerClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session as a test needs it. */
public record FakePlayer(
        long sessionId, String name, Optional<UUID> verified, int protocol, String at, Optional<PlayerClient> game)
        implements Player {
    /** Somebody whose game the proxy cannot talk to. */
    public FakePlayer(long sessionId, String name, Optional<UUID> verified, int protocol, String at) {
        this(sessionId, name, verified, protocol, at, Optional.empty());
    }

    /** Somebody on the lobby whom nobody has authenticated. */
    public static FakePlayer named(String name) {
        return new FakePlayer(1, name, Optional.empty(), 765, "lobby");
    }

    @Override
    public PlayerClient client() {
        return game.orElseGet(Player.super::client);
    }

    @Override
    public Optional<UUID> claimedUuid() {
        return Optional.empty();
    }

    /** In offline mode everybody has one. */
    @Override
    public Optional<UUID> uuid() {
        return Optional.of(verified.orElse(new UUID(3, 4)));
    }

    @Override
    public boolean isAuthenticated() {
        return verified.isPresent();
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
    public Optional<String> server() {
        return Optional.of(at);
    }

    @Override
    public Instant connectedAt() {
        return Instant.EPOCH;
    }

    @Override
    public boolean isConnected() {
        return true;
    }
}
