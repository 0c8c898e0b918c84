// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.NodeServers;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.node.SessionServer;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Build;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example filter is called at each point of a connection, in every mode: accept, client bytes, server bytes, close. */
class TransportFilterIT {
    private static final String VERSION = "1.20.4";

    /** The line of the example filter. */
    private static final Pattern LINE = Pattern.compile(
            " from (\\S+), (.+): ([A-Z]+), saw (\\d+) of (\\d+) bytes it sent and (\\d+) of (\\d+) it got");

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    private static final PlainBackend BACKEND = PlainBackend.start("Text of the backend");

    static NodeServers servers;
    static NodeClient client;
    static SessionServer accounts;
    static Proxy proxy;

    /** What the filter has logged of one connection. */
    private record Measured(
            String address, String target, String cause, long sawSent, long sent, long sawReceived, long received) {
        static Optional<Measured> in(String line) {
            Matcher found = LINE.matcher(line);
            return found.find()
                    ? Optional.of(new Measured(
                            found.group(1),
                            found.group(2),
                            found.group(3),
                            Long.parseLong(found.group(4)),
                            Long.parseLong(found.group(5)),
                            Long.parseLong(found.group(6)),
                            Long.parseLong(found.group(7))))
                    : Optional.empty();
        }
    }

    @BeforeAll
    static void startAll(@TempDir Path directory) throws IOException {
        client = NodeClient.start(CHILDREN);
        servers = NodeServers.start(CHILDREN, List.of(VERSION));
        accounts = SessionServer.start(Ports.free());
        var workspace = Workspace.in(directory, "[auth]\nsession_url = \"" + accounts.hasJoinedUrl() + "\"\n");
        addServer(workspace, "passthrough", "passthrough", BACKEND.port());
        addServer(workspace, "zero_copy", "zero_copy", BACKEND.port());
        addServer(workspace, "spliceable", "zero_copy", BACKEND.port());
        addServer(workspace, "offline", "offline", servers.port(VERSION));
        addServer(workspace, "client_only", "client_only", servers.port(VERSION));
        proxy = Proxy.start(CHILDREN, workspace);
        new Plugins(proxy, workspace).deploy(Build.examplePlugin("connection-log"));
    }

    @AfterAll
    static void stop() {
        accounts.close();
        BACKEND.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void seesEachByteOfARelayedSession(String mode) {
        String name = "Seen" + mode.length();
        try (var player = PlainClient.join(proxy.port(), mode + ".test", name)) {
            assertThat(player.echo("to and fro")).isEqualTo("to and fro");
        }

        Measured measured = awaitSessionOn(mode);
        int opening = Bytes.handshake(PlainClient.PROTOCOL, mode + ".test", proxy.port(), 2).length
                + Bytes.loginStart(name).length;
        assertThat(measured.address()).isEqualTo("127.0.0.1");
        assertThat(measured.cause()).isEqualTo("CLOSED");
        assertThat(measured.sent()).isEqualTo(opening + "to and fro".length()).isEqualTo(measured.sawSent());
        assertThat(measured.received()).isEqualTo("to and fro".length()).isEqualTo(measured.sawReceived());
    }

    @Test
    void keepsASessionFromBeingSpliced() {
        try (var player = PlainClient.join(proxy.port(), "spliceable.test", "NotSpliced")) {
            assertThat(player.echo("hello")).isEqualTo("hello");
        }

        proxy.process()
                .awaitLine(
                        "the forwarder",
                        line -> line.contains("NotSpliced (session")
                                && line.contains("connected to spliceable")
                                && line.endsWith("(copy)"));
        proxy.process().awaitLine("why", line -> line.contains("spliceable: a transport filter wants bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline", "client_only"})
    void seesTheBytesOfASessionWhosePacketsTheProxySees(String mode) {
        String name = mode.equals("offline") ? "Offline" : "Online";
        Player player = mode.equals("offline")
                ? client.join(name, VERSION, mode + ".test", proxy.port())
                : client.join(name, accounts.account(name), VERSION, mode + ".test", proxy.port());
        player.awaitSpawned();
        player.say("hello from " + name);
        player.awaitChat("<" + name + "> hello from " + name);
        player.leave();
        servers.awaitLeft(VERSION, name);

        Measured measured = awaitSessionOn(mode);
        assertThat(measured.cause()).isEqualTo("CLOSED");
        assertThat(measured.sent()).isGreaterThan(50).isEqualTo(measured.sawSent());
        assertThat(measured.received()).isGreaterThan(1_000).isEqualTo(measured.sawReceived());
    }

    @Test
    void seesTheBytesOfAPing() {
        String motd = PlainClient.motd(proxy.port(), "passthrough.test");

        assertThat(motd).isEqualTo("Text of the backend");
        Measured measured = awaitLine("no session");
        assertThat(measured.cause()).isEqualTo("CLOSED");
        assertThat(measured.sent()).isPositive().isEqualTo(measured.sawSent());
        assertThat(measured.received()).isGreaterThan(motd.length()).isEqualTo(measured.sawReceived());
    }

    @Test
    void closesAConnectionAndCountsTheReason() {
        try (var browser = PlainClient.connect(proxy.port())) {
            browser.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            browser.awaitClosed();
        }

        proxy.process().awaitValue("the line of the filter", line -> Measured.in(line)
                .filter(found -> found.cause().equals("FILTERED")));
        proxy.process().type("listener");
        proxy.process().awaitLine("the count", line -> line.strip()
                .matches("1 +transport filter connection-log: speaks HTTP"));
    }

    @Test
    void showsWhatTheFilterCosts() {
        proxy.process().type("plugin com.example.connection-log");

        proxy.process().awaitLine("its calls", line -> line.contains("filter connection-log"));
    }

    private static Measured awaitSessionOn(String server) {
        return proxy.process().awaitValue("the session on " + server, line -> Measured.in(line)
                .filter(found -> found.target().matches("session \\d+ on " + server)));
    }

    private static Measured awaitLine(String target) {
        return proxy.process().awaitValue("the line of " + target, line -> Measured.in(line)
                .filter(found -> found.target().equals(target) && !found.cause().equals("FILTERED")));
    }

    private static void addServer(Workspace workspace, String id, String mode, int port) {
        workspace.server(id, """
                domains = ["%s.test"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                """.formatted(id, port, mode));
    }
}
