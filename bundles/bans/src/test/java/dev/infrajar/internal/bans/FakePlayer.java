// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.api.player.Player;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A player who is online. */
record FakePlayer(long sessionId, String name, Optional<UUID> claimedUuid, Optional<UUID> uuid, String address)
        implements Player {
    @Override
    public InetSocketAddress remoteAddress() {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 40_000);
    }

    @Override
    public int protocol() {
        return 774;
    }

    @Override
    public String virtualHost() {
        return "play.test";
    }

    @Override
    public Optional<String> server() {
        return Optional.of("play");
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
    public boolean isAuthenticated() {
        return false;
    }
}
