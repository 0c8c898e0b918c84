// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.player.PlayerClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session that has a name. */
record FakePlayer(String name, PlayerClient client) implements Player {
    FakePlayer(String name) {
        this(name, new NotingClient());
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
    public int protocol() {
        return 774;
    }

    @Override
    public String virtualHost() {
        return "example.com";
    }

    @Override
    public Optional<String> server() {
        return Optional.empty();
    }

    @Override
    public Instant connectedAt() {
        return Instant.EPOCH;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Optional<UUID> uuid() {
        return Optional.empty();
    }

    @Override
    public boolean isAuthenticated() {
        return false;
    }
}
