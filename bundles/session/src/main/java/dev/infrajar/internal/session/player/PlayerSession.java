// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.player.PlayerClient;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.forward.Forwarder;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.packet.login.ChatKey;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;

/**
 * One player's session, from the accepted login start to its end. It is logging in, then relayed, then over. All three
 * begin on the event loop of its client, so that a hand-over and a kick cannot both win.
 */
public final class PlayerSession implements Player {
    private final long sessionId;
    private final LoginStart login;
    private final int protocol;
    private final String virtualHost;
    private final ClientConnection connection;
    private final Instant connectedAt;
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile @Nullable Identity identity;
    private volatile @Nullable UUID uuidAtBackend;
    private volatile @Nullable PlayerClient game;
    private volatile @Nullable String server;
    private volatile boolean connected = true;
    private volatile @Nullable Relay relay;
    private volatile Supplier<Stream<Object>> parts = Stream::empty;
    private Exit exit = (text, reason) -> {};

    /**
     * What relays a session.
     *
     * @param kind the kind of the forwarder, for people
     * @param forwarder moves the bytes
     * @param exit how it is ended from outside
     */
    public record Relay(String kind, Forwarder forwarder, ForwardedExit exit) {}

    /** How a session that is being relayed leaves its player. On the event loop. */
    public interface ForwardedExit {
        /** The bytes are not ours: nothing can be said, and nothing is left to be read. */
        ForwardedExit WITHOUT_TEXT = new ForwardedExit() {
            @Override
            public void say(Component text) {
                // The player sees a lost connection.
            }

            @Override
            public void close(Channel client) {
                // The forwarder has closed it, as a rule; closing it again would cost an exception.
                if (client.isOpen()) {
                    client.close();
                }
            }
        };

        /** Tells the player why, if that is possible. The relay ends next. */
        void say(Component text);

        /** Closes the client's connection behind what was said; the relay has ended. */
        void close(Channel client);
    }

    /** How a session is ended by somebody else than its two ends, at the stage where it is. */
    @FunctionalInterface
    public interface Exit {
        /** Called on the event loop; does nothing when the session is over. */
        void leave(Component text, String reason);
    }

    public PlayerSession(
            long sessionId, Handshake handshake, LoginStart login, ClientConnection connection, Instant connectedAt) {
        this.sessionId = sessionId;
        this.login = login;
        this.protocol = handshake.protocol();
        this.virtualHost = handshake.virtualHost();
        this.connection = connection;
        this.connectedAt = connectedAt;
    }

    /**
     * Who the player is.
     *
     * @param isProved whether the session server says so, or only the client
     */
    private record Identity(GameProfile profile, boolean isProved) {}

    /** Now it is known who the player is. */
    public void identifiedAs(GameProfile profile, boolean isProved) {
        identity = new Identity(profile, isProved);
    }

    /** The backend has let the player in, under this UUID. */
    public void joinedAs(UUID uuid) {
        uuidAtBackend = uuid;
    }

    /** Whether the backend knows the player by the UUID that the player has proved to have. */
    public boolean isProvedToBackend() {
        UUID known = uuidAtBackend;
        return known != null
                && isAuthenticated()
                && uuid().filter(known::equals).isPresent();
    }

    /** From now on plugins can talk to the player's game. */
    public void playsAs(PlayerClient client) {
        game = client;
    }

    @Override
    public PlayerClient client() {
        PlayerClient active = game;
        return active == null || !connected ? Player.super.client() : active;
    }

    /** What a client of 1.19 to 1.19.2 has said of its key. */
    public Optional<ChatKey> chatKey() {
        return login.key();
    }

    /** The player as the client says, for backends of which the proxy knows no more. */
    public ForwardedPlayer asClaimed() {
        return new ForwardedPlayer(
                new GameProfile(
                        login.claimedUuid().orElseGet(() -> GameProfile.offlineUuid(login.name())),
                        login.name(),
                        List.of()),
                remoteAddress().getAddress(),
                protocol,
                Optional.empty());
    }

    /** What it needs of other bundles from now on, beside what relays it. */
    public void madeOf(Supplier<Stream<Object>> objects) {
        parts = objects;
    }

    /** Whether it needs classes of a loader. Callable from any thread. */
    boolean isMadeOf(ClassLoader loader) {
        Relay current = relay;
        Stream<Object> forwarder = current == null ? Stream.empty() : Stream.of(current.forwarder());
        return Stream.concat(forwarder, parts.get())
                .anyMatch(part -> part.getClass().getClassLoader() == loader);
    }

    public void connectingTo(String serverId) {
        server = serverId;
    }

    /** Says how its login is refused. On the event loop. */
    public void leavesBy(Exit refusal) {
        exit = refusal;
    }

    /** The login is over, and the bytes flow. On the event loop. */
    void relayedBy(Relay started) {
        exit = (text, reason) -> {
            started.exit().say(text);
            started.forwarder().abort(new Outcome.Failed(Blame.PROXY, reason));
        };
        relay = started;
    }

    /** On the event loop. */
    public boolean end() {
        boolean isFirst = connected;
        connected = false;
        return isFirst;
    }

    /** It is over, and its place on the server is free. Callable from any thread, and more than once. */
    public void gone() {
        gone.countDown();
    }

    /**
     * Blocks until it is over and its place on the server is free.
     *
     * @param limit at most as long
     * @return whether it is
     */
    public boolean awaitGone(Duration limit) throws InterruptedException {
        return gone.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Ends it from outside, at whatever stage it is. Callable from any thread, returns at once.
     *
     * @param text shown if it is still logging in
     * @param reason one line for logs
     */
    public void disconnect(Component text, String reason) {
        channel().eventLoop().execute(() -> exit.leave(text, reason));
    }

    /** The same, unless its bytes flow already. */
    public void refuse(Component text, String reason) {
        channel().eventLoop().execute(() -> {
            if (isLoggingIn()) {
                exit.leave(text, reason);
            }
        });
    }

    /** Whether no forwarder has taken it yet. */
    public boolean isLoggingIn() {
        return relay == null;
    }

    /** What relays it, or null while it is logging in. */
    @Nullable
    public Relay relay() {
        return relay;
    }

    /** The client. */
    public Channel channel() {
        return connection.channel();
    }

    /** What it is doing at this moment. */
    public SessionInfo info() {
        Relay current = relay;
        return current == null
                ? new SessionInfo(this, "connecting", 0, 0)
                : new SessionInfo(
                        this,
                        current.kind(),
                        current.forwarder().serverbound().readBytes(),
                        current.forwarder().clientbound().readBytes());
    }

    @Override
    public long sessionId() {
        return sessionId;
    }

    @Override
    public String name() {
        Identity known = identity;
        return known == null ? login.name() : known.profile().name();
    }

    @Override
    public Optional<UUID> uuid() {
        return Optional.ofNullable(identity).map(known -> known.profile().uuid());
    }

    @Override
    public boolean isAuthenticated() {
        Identity known = identity;
        return known != null && known.isProved();
    }

    @Override
    public Optional<UUID> claimedUuid() {
        return login.claimedUuid();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return connection.client();
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
                + remoteAddress().getAddress().getHostAddress() + ")";
    }
}
