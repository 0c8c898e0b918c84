// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.status.motd.DefaultMotdConfig;
import dev.infrajar.internal.status.motd.MotdConfig;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.Timeouts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.kyori.adventure.text.Component;

/** Queries, servers and session counts for tests. */
public final class Fixtures {
    /** Nobody listens there: tcpmux, a reserved port. */
    public static final int DEAD_PORT = 1;

    public static final int SERVER_MAX_PLAYERS = 40;
    public static final int SESSIONS_IN_ALL = 7;
    public static final int SESSIONS_ON_SERVER = 3;

    public static final String ANSWER =
            "{\"version\":{\"name\":\"Paper 1.21.11\",\"protocol\":774},\"players\":{\"max\":20,\"online\":5},"
                    + "\"description\":{\"text\":\"A backend\"}}";

    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 51_234);
    private static final InetSocketAddress LISTENER =
            new InetSocketAddress(InetAddress.ofLiteral("198.51.100.9"), 25_565);

    private Fixtures() {}

    public static ServerDefinition server(int port) {
        return server(port, new DomainRewrite.None(), MotdConfig.NONE);
    }

    public static ServerDefinition server(int port, MotdConfig motd) {
        return server(port, new DomainRewrite.None(), motd);
    }

    public static ServerDefinition server(int port, DomainRewrite rewrite, MotdConfig motd) {
        return new ServerDefinition(
                "survival",
                List.of("mc.example.com"),
                List.of(BackendAddress.of(new HostAndPort("127.0.0.1", port))),
                ProxyMode.PASSTHROUGH,
                false,
                rewrite,
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                SERVER_MAX_PLAYERS,
                "gone",
                "survival.toml",
                Map.of(MotdConfig.class, motd));
    }

    public static StatusQuery query(int protocol, ServerDefinition server) {
        return query(protocol, Optional.of(server));
    }

    /** A ping for the same server by another host. */
    public static StatusQuery queryFor(String host, int protocol, ServerDefinition server) {
        return new StatusQuery(CLIENT, LISTENER, host, host, 25_577, protocol, false, Optional.of(server));
    }

    /** The same ping in the form from before 1.7, which tells no protocol. */
    public static StatusQuery legacy(StatusQuery query) {
        return new StatusQuery(
                query.client(),
                query.listener(),
                query.handshakeHost(),
                query.virtualHost(),
                query.port(),
                -1,
                true,
                query.server());
    }

    public static StatusQuery unknown(int protocol) {
        return query(protocol, Optional.empty());
    }

    private static StatusQuery query(int protocol, Optional<ServerDefinition> server) {
        return new StatusQuery(
                CLIENT, LISTENER, "MC.Example.com.\0FML2\0", "mc.example.com", 25_577, protocol, false, server);
    }

    public static MotdEntry entry(String text, String versionName, int maxPlayers) {
        return new MotdEntry(text, Optional.empty(), Optional.of(versionName), Optional.of(maxPlayers));
    }

    /** Entries of a server file, all with a text alone: {@code online}, {@code unreachable}, {@code offline} and so on. */
    public static MotdConfig motd(Map<String, String> texts) {
        return motdOf(texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> MotdEntry.of(entry.getValue()))));
    }

    public static MotdConfig motdOf(Map<String, MotdEntry> entries) {
        return new MotdConfig(
                Optional.ofNullable(entries.get("online")),
                Optional.ofNullable(entries.get("unreachable")),
                Optional.ofNullable(entries.get("offline")),
                Optional.ofNullable(entries.get("sleeping")),
                Optional.ofNullable(entries.get("starting")),
                Optional.ofNullable(entries.get("crashed")),
                Optional.ofNullable(entries.get("stopping")));
    }

    public static DefaultMotdConfig defaults(Map<String, String> texts) {
        MotdConfig motd = motd(texts);
        return new DefaultMotdConfig(
                motd.online(),
                motd.unreachable(),
                motd.offline(),
                motd.sleeping(),
                motd.starting(),
                motd.crashed(),
                motd.stopping());
    }

    /** The first bytes of a PNG; clients would look no further to know its size. */
    public static byte[] png(int width, int height) {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
    }

    public static Sessions sessions() {
        return new Sessions() {
            @Override
            public int count() {
                return SESSIONS_IN_ALL;
            }

            @Override
            public int countOn(String serverId) {
                return serverId.equals("survival") ? SESSIONS_ON_SERVER : 0;
            }

            @Override
            public List<SessionInfo> infos() {
                return List.of();
            }

            @Override
            public int holding(ClassLoader loader) {
                return 0;
            }

            @Override
            public boolean disconnect(long sessionId, Component text, String reason) {
                return false;
            }

            @Override
            public List<Player> players() {
                return List.of();
            }
        };
    }
}
