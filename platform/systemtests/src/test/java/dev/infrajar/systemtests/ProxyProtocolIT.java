// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.haproxy.Haproxy;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainBackend.Arrival;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.ProxyHeader;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players behind load balancers: a real HAProxy, and headers written by hand. Players come from 127.0.0.2 and so on. */
class ProxyProtocolIT {
    private static final String TRUSTED = """
            receive_proxy_protocol = true
            proxy_protocol_trusted = ["127.0.0.1"]
            """;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final PlainBackend backend = PlainBackend.start("Behind a balancer");
    private final PlainBackend headerBackend = PlainBackend.startBehindProxyProtocol();

    ProxyProtocolIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        backend.close();
        headerBackend.close();
    }

    private Proxy start(String settings) {
        Workspace workspace = Workspace.in(directory, TRUSTED + settings);
        workspace.server("plain", """
                domains = ["plain.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
        for (String mode : new String[] {"passthrough", "zero_copy"}) {
            workspace.server("header-" + mode, """
                    domains = ["%s.test"]
                    addresses = ["127.0.0.1:%d"]
                    proxy_mode = "%s"
                    send_proxy_protocol = true
                    """.formatted(mode, headerBackend.port(), mode));
        }
        return Proxy.start(children, workspace);
    }

    private static InetSocketAddress address(String literal, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-proxy", "send-proxy-v2"})
    void backendLogAndListSeeTheAddressOfThePlayerAndNotOfTheBalancer(String header) {
        Proxy proxy = start("");
        Haproxy haproxy = Haproxy.start(children, directory, header, proxy.port());

        try (var player = PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("passthrough.test", "Carried")) {
            assertThat(player.echo("in")).isEqualTo("in");
            Arrival arrival = headerBackend.awaitArrival("Carried");
            assertThat(arrival.proxyHeader())
                    .contains(new ProxyHeader(
                            address("127.0.0.2", player.localPort()), address("127.0.0.1", haproxy.port())));
            proxy.process()
                    .awaitLine(
                            "the player's address in the log",
                            line -> line.contains("Carried")
                                    && line.contains("127.0.0.2")
                                    && line.contains("connected"));
            proxy.process().type("list");
            proxy.process()
                    .awaitLine(
                            "the player's address in the list",
                            line -> line.startsWith("Carried") && line.contains("127.0.0.2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-proxy", "send-proxy-v2"})
    void answersHealthChecksThatCarryNoAddress(String header) {
        Proxy proxy = start("[default_motd.online]\ntext = \"healthy\"\n");

        Haproxy haproxy = Haproxy.startWithHealthChecks(children, directory, header, proxy.port());

        haproxy.awaitHealthy();
        assertThat(PlainClient.motd(haproxy.port(), "health.test")).isEqualTo("healthy");
        awaitRefused(proxy, "malformed one", 0);
        assertThat(counts(proxy, "malformed one")).containsOnly(0L);
    }

    @Test
    void carriedAddressIsTheOneThatLimitsAndFilters() {
        Proxy proxy = start("""
                [rate_limit]
                max_connections = 2
                window = "10m"
                [ip_filter]
                blacklist = ["127.0.0.4", "2001:db8:bad::/48"]
                """);
        Haproxy haproxy = Haproxy.start(children, directory, "send-proxy-v2", proxy.port());

        for (String name : new String[] {"First", "Second"}) {
            try (var player =
                    PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", name)) {
                assertThat(player.echo("in")).isEqualTo("in");
            }
        }
        try (var third = PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "Third");
                var neighbour =
                        PlainClient.connectFrom("127.0.0.3", haproxy.port()).join("plain.test", "Neighbour");
                var blocked =
                        PlainClient.connectFrom("127.0.0.4", haproxy.port()).join("plain.test", "Blocked");
                var blockedToo = PlainClient.connect(proxy.port())
                        .send(ProxyHeader.line("2001:db8:bad:1::7", 50_000))
                        .join("plain.test", "Blocked6")) {
            assertThat(third.awaitRefusal()).isEqualTo("Rate limit exceeded");
            assertThat(neighbour.echo("in")).isEqualTo("in");
            assertThat(blocked.awaitRefusal()).isEqualTo("IP 127.0.0.4 is not allowed");
            assertThat(blockedToo.awaitRefusal()).isEqualTo("IP 2001:db8:bad:1::7 is not allowed");
        }
    }

    @Test
    void carriedAddressIsTheOneThatIsBanned() {
        Proxy proxy = start("");
        Haproxy haproxy = Haproxy.start(children, directory, "send-proxy-v2", proxy.port());

        try (var banned = PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "Banned");
                var neighbour =
                        PlainClient.connectFrom("127.0.0.3", haproxy.port()).join("plain.test", "Neighbour")) {
            assertThat(banned.echo("in")).isEqualTo("in");
            assertThat(neighbour.echo("in")).isEqualTo("in");

            proxy.process().type("ban-ip 127.0.0.2 botnet");
            proxy.process().awaitLine("the ban", line -> line.contains("1 player was dropped."));

            banned.awaitClosed();
            assertThat(neighbour.echo("still in")).isEqualTo("still in");
        }
        try (var returning =
                        PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "Banned");
                var other = PlainClient.connectFrom("127.0.0.4", haproxy.port()).join("plain.test", "Other")) {
            returning.awaitClosed();
            assertThat(other.echo("in")).isEqualTo("in");
        }
    }

    @Test
    void carriedAddressIsTheOneWhoseConnectionsAreCounted() {
        Proxy proxy = start("max_connections_per_address = 1\n");
        Haproxy haproxy = Haproxy.start(children, directory, "send-proxy-v2", proxy.port());

        try (var first = PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "First");
                var neighbour =
                        PlainClient.connectFrom("127.0.0.3", haproxy.port()).join("plain.test", "Neighbour")) {
            assertThat(first.echo("in")).isEqualTo("in");
            assertThat(neighbour.echo("in")).isEqualTo("in");
            try (var second =
                    PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "Second")) {
                second.awaitClosed();
            }
            assertThat(first.echo("still in")).isEqualTo("still in");
        }
        await("the place is free").atMost(ChildProcess.PATIENCE).until(() -> {
            try (var next = PlainClient.connectFrom("127.0.0.2", haproxy.port()).join("plain.test", "Next")) {
                return next.echo("in").equals("in");
            } catch (UncheckedIOException closed) {
                return false;
            }
        });
    }

    @Test
    void ipv6SubnetsAreLimitedAsOneClient() {
        Proxy proxy = start("""
                [rate_limit]
                max_connections = 1
                window = "10m"
                """);

        try (var first = joinAs(proxy, "2001:db8:0:1::1")) {
            assertThat(first.echo("in")).isEqualTo("in");
        }
        try (var neighbour = joinAs(proxy, "2001:db8:0:1:ffff::1");
                var stranger = joinAs(proxy, "2001:db8:0:2::1")) {
            assertThat(neighbour.awaitRefusal()).isEqualTo("Rate limit exceeded");
            assertThat(stranger.echo("in")).isEqualTo("in");
        }
    }

    @Test
    void ipv6AddressesReachTheBackendToo() {
        Proxy proxy = start("");

        try (var player = PlainClient.connect(proxy.port())
                .send(ProxyHeader.line("2001:db8::7", 50_000))
                .join("passthrough.test", "Six")) {
            assertThat(player.echo("in")).isEqualTo("in");
            assertThat(headerBackend.awaitArrival("Six").proxyHeader())
                    .contains(new ProxyHeader(address("2001:db8::7", 50_000), address("2001:db8::1", 25_565)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void headerAndHandshakeArriveHoweverTheyAreCut(String mode) {
        Proxy proxy = start("");
        byte[] all = new Bytes()
                .raw(ProxyHeader.line("203.0.113.7", 50_000))
                .raw(Bytes.handshake(PlainClient.PROTOCOL, mode + ".test", proxy.port(), 2))
                .raw(Bytes.loginStart("Cut"))
                .toArray();
        var expected = new ProxyHeader(address("203.0.113.7", 50_000), address("192.0.2.1", 25_565));

        try (var together = PlainClient.connect(proxy.port()).send(all);
                var dripping = PlainClient.connect(proxy.port())) {
            assertThat(together.echo("in")).isEqualTo("in");
            assertThat(headerBackend.awaitArrival("Cut").proxyHeader()).contains(expected);
            for (byte one : all) {
                dripping.send(one);
            }
            assertThat(dripping.echo("in")).isEqualTo("in");
            assertThat(headerBackend.awaitArrival("Cut").proxyHeader()).contains(expected);
        }
    }

    @Test
    void silentConnectionsHoldNobodyUpAndAreClosed() {
        Proxy proxy = start("");
        List<PlainClient> silent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            silent.add(PlainClient.connect(proxy.port()));
        }

        try (var player = joinAs(proxy, "203.0.113.7")) {
            assertThat(player.echo("in")).isEqualTo("in");
        }
        awaitRefused(proxy, "not complete in time", 0);

        silent.forEach(PlainClient::awaitClosed);
        silent.forEach(PlainClient::close);
        awaitRefused(proxy, "not complete in time", 20);
    }

    @Test
    void connectionsFromElsewhereAndWithoutAHeaderAreClosedAndCounted() {
        Proxy proxy = start("");

        try (var stranger = PlainClient.connectFrom("127.0.0.9", proxy.port());
                var headerless = PlainClient.join(proxy.port(), "plain.test", "Headerless")) {
            stranger.awaitClosed();
            headerless.awaitClosed();
        }
        awaitRefused(proxy, "not in proxy_protocol_trusted", 1);
        awaitRefused(proxy, "malformed one", 1);
        assertThat(backend.connections()).isZero();
    }

    @Test
    void startIsRefusedWithoutAListOfTrustedProxies() {
        Run run = Run.of(children, Workspace.in(directory, "receive_proxy_protocol = true\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("proxy_protocol_trusted = [\"10.0.0.5\"]");
    }

    private static PlainClient joinAs(Proxy proxy, String carried) {
        return PlainClient.connect(proxy.port())
                .send(ProxyHeader.line(carried, 50_000))
                .join("plain.test", "Player");
    }

    /** Asks the console's {@code listener} until it shows a count. */
    private static void awaitRefused(Proxy proxy, String reason, long times) {
        await(times + " times " + reason).atMost(ChildProcess.PATIENCE).until(() -> {
            proxy.process().type("listener");
            return counts(proxy, reason).contains(times);
        });
    }

    private static List<Long> counts(Proxy proxy, String reason) {
        return proxy.process().lines().stream()
                .map(Pattern.compile("\\s*(\\d+)  .*" + Pattern.quote(reason) + ".*")::matcher)
                .filter(Matcher::matches)
                .map(line -> Long.valueOf(line.group(1)))
                .toList();
    }
}
