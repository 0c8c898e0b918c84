// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.session.config.ClientCompressionConfig;
import dev.infrajar.internal.session.config.LoginConfig;
import dev.infrajar.internal.session.handshake.Handshake;
import dev.infrajar.internal.session.handshake.LoginStart;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.services.PacketServices;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.forward.End;
import dev.infrajar.net.forward.Link;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What many tests of this bundle need. */
public final class Samples {
    /** The address behind a PROXY header, which no channel of a test has. */
    public static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 50_000);

    public static final InetSocketAddress DESTINATION =
            new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 25_565);

    private Samples() {}

    public static Handshake handshake(String host) {
        return new Handshake(774, host, 25_565, Handshake.NextState.LOGIN);
    }

    public static ClientConnection connection(Channel channel) {
        return new ClientConnection(channel, CLIENT, DESTINATION, false);
    }

    /** A session that others do not know of yet. */
    public static PlayerSession session(SessionTable table, String name, ClientConnection connection) {
        return new PlayerSession(
                table.nextId(), handshake("lobby"), new LoginStart(name, Optional.empty()), connection, Instant.EPOCH);
    }

    /** A session on server {@code lobby} whose login waits; its end is added to a list. */
    public static void logIn(SessionTable table, String name, EmbeddedChannel channel, List<String> ends) {
        PlayerSession session = session(table, name, connection(channel));
        session.connectingTo("lobby");
        session.leavesBy((text, reason) -> ends.add(text + " " + reason));
        table.add(session);
    }

    /** A relayed session on server {@code lobby}, with a place there; its outcome is added to a list. */
    public static void relay(SessionTable table, String name, EmbeddedChannel channel, List<String> ends) {
        PlayerSession session = session(table, name, connection(channel));
        session.connectingTo("lobby");
        table.takePlace("lobby", 0);
        table.add(session);
        End end = new End(channel, Unpooled.EMPTY_BUFFER, false);
        Link link = new Link(end, end, outcome -> ends.add(outcome.toString()));
        table.relay(
                session,
                new PlayerSession.Relay(
                        "copy", FakeForwarder.factory().create(link), PlayerSession.ForwardedExit.WITHOUT_TEXT));
    }

    public static ServerDefinition server(String id) {
        return server(id, 0);
    }

    public static ServerDefinition server(String id, int maxPlayers) {
        return new ServerDefinition(
                id,
                List.of(id),
                List.of(BackendAddress.of(new HostAndPort("127.0.0.1", 1))),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                maxPlayers,
                "back at eight",
                "test",
                Map.of());
    }

    /** A router that knows each server by its id, which is its host as well. */
    public static Router router(String... ids) {
        List<ServerDefinition> servers = Arrays.stream(ids)
                .map(Samples::server)
                .sorted(Comparator.comparing(ServerDefinition::id))
                .toList();
        return new Router() {
            @Override
            public Optional<ServerDefinition> route(String virtualHost) {
                return byId(virtualHost);
            }

            @Override
            public Optional<ServerDefinition> byId(String id) {
                return servers.stream().filter(server -> server.id().equals(id)).findFirst();
            }

            @Override
            public List<ServerDefinition> all() {
                return servers;
            }
        };
    }

    /** What a command answers. */
    public static List<String> run(ConsoleCommand command, String... arguments) {
        StringWriter text = new StringWriter();
        try (ConsoleWriter out = new ConsoleWriter(text, ConsoleWriter.UNLIMITED)) {
            command.run(List.of(arguments), out);
        }
        return text.toString().lines().toList();
    }

    /** No bundle of sessions whose packets are seen is there. */
    public static PacketServices packets() {
        return new PacketServices(
                always(new ClientCompressionConfig(256)), always(new LoginConfig(Duration.ofSeconds(30))));
    }

    private static <T> ConfigValue<T> always(T value) {
        return new ConfigValue<>() {
            @Override
            public T get() {
                return value;
            }

            @Override
            public Registration onChange(Change<T> change) {
                return () -> {};
            }
        };
    }
}
