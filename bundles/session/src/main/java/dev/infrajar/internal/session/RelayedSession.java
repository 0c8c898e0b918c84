// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.forward.Forwarder;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One player's session, from the accepted login start to its end. Fields that change are written by its own flow only. */
final class RelayedSession implements Player {
    private final long sessionId;
    private final LoginStart login;
    private final int protocol;
    private final String virtualHost;
    private final InetSocketAddress remoteAddress;
    private final Instant connectedAt;
    private volatile @Nullable String server;
    private volatile boolean connected = true;
    private volatile @Nullable Relay relay;

    /**
     * What relays a session.
     *
     * @param plan what was decided at its start
     * @param forwarder moves the bytes
     * @param client the client's channel
     */
    record Relay(SessionPlan plan, Forwarder forwarder, Channel client) {}

    RelayedSession(
            long sessionId,
            Handshake handshake,
            LoginStart login,
            InetSocketAddress remoteAddress,
            Instant connectedAt) {
        this.sessionId = sessionId;
        this.login = login;
        this.protocol = handshake.protocol();
        this.virtualHost = handshake.virtualHost();
        this.remoteAddress = remoteAddress;
        this.connectedAt = connectedAt;
    }

    void connectingTo(String serverId) {
        server = serverId;
    }

    void relayedBy(Relay started) {
        relay = started;
    }

    void ended() {
        connected = false;
    }

    /** What relays it, or null while it is being connected. */
    @Nullable
    Relay relay() {
        return relay;
    }

    SessionInfo info() {
        Relay current = relay;
        return current == null
                ? new SessionInfo(this, "connecting", 0, 0)
                : new SessionInfo(
                        this,
                        current.plan().forwarderKind(),
                        current.forwarder().serverbound().readBytes(),
                        current.forwarder().clientbound().readBytes());
    }

    @Override
    public long sessionId() {
        return sessionId;
    }

    @Override
    public String name() {
        return login.name();
    }

    @Override
    public Optional<UUID> claimedUuid() {
        return login.claimedUuid();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public int protocol() {
        return protocol;
    }

    @Override
    public String virtualHost() {
        return virtualHost;
    }

    @Override
    public Optional<String> server() {
        return Optional.ofNullable(server);
    }

    @Override
    public Instant connectedAt() {
        return connectedAt;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    /** For log lines: name, session number and address; what a client may have put into its name is made harmless. */
    @Override
    public String toString() {
        return LogText.of(name()) + " (session " + sessionId + ", "
                + remoteAddress.getAddress().getHostAddress() + ")";
    }
}
