// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainBackend.Arrival;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plain.ProxyHeader;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a backend of what a player sent. */
class BackendHandshakeIT {
    /** Every player has another name, so that a failed test leaves nothing behind that the next takes for its own. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static PlainBackend backend;
    static PlainBackend headerBackend;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) {
        backend = PlainBackend.start("plain");
        headerBackend = PlainBackend.startBehindProxyProtocol();
        var workspace = Workspace.in(directory);
        for (String mode : new String[] {"passthrough", "zero_copy"}) {
            addServers(workspace, mode);
        }
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stop() {
        backend.close();
        headerBackend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void handshakeAndNameArriveAsTheyWereSent(String mode) {
        String host = "plain." + mode + ".test";

        Arrival arrival = join(host);

        assertThat(arrival.host()).isEqualTo(host);
        assertThat(arrival.protocol()).isEqualTo(PlainClient.PROTOCOL);
        assertThat(arrival.port()).isEqualTo(proxy.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void bytesThatFollowTheLoginStartInTheSameSegmentArrive(String mode) {
        byte[] all = new Bytes()
                .raw(Bytes.handshake(PlainClient.PROTOCOL, "plain." + mode + ".test", proxy.port(), 2))
                .raw(Bytes.loginStart("Hasty"))
                .raw((byte) 'e', (byte) 'a', (byte) 'r', (byte) 'l', (byte) 'y')
                .toArray();

        try (var player = PlainClient.connect(proxy.port()).send(all)) {
            assertThat(player.read(5)).isEqualTo("early");
            assertThat(player.echo("late")).isEqualTo("late");
            assertThat(backend.awaitArrival("Hasty").port()).isEqualTo(proxy.port());
        }
    }

    @Test
    void handshakeInSingleBytesArrivesWhole() {
        byte[] all = new Bytes()
                .raw(Bytes.handshake(PlainClient.PROTOCOL, "plain.passthrough.test", proxy.port(), 2))
                .raw(Bytes.loginStart("Dripping"))
                .toArray();

        try (var player = PlainClient.connect(proxy.port())) {
            for (byte one : all) {
                player.send(one);
            }
            assertThat(player.echo("in")).isEqualTo("in");
            assertThat(backend.awaitArrival("Dripping").port()).isEqualTo(proxy.port());
        }
    }

    @ParameterizedTest
    @CsvSource({"explicit, inside.example.org", "backend, localhost"})
    void hostIsRewrittenAsTheServerFileSays(String rewrite, String expected) {
        assertThat(join(rewrite + ".passthrough.test").host()).isEqualTo(expected);
        assertThat(join(rewrite + ".zero_copy.test").host()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|FML|", "|FML2|", "|FML3|", "|FORGE"})
    void markerOfAModdedClientIsKept(String readable) {
        String marker = readable.replace('|', '\0');

        assertThat(join("plain.passthrough.test" + marker).host()).isEqualTo("plain.passthrough.test" + marker);
        assertThat(join("explicit.passthrough.test" + marker).host()).isEqualTo("inside.example.org" + marker);
        assertThat(join("backend.passthrough.test" + marker).host()).isEqualTo("localhost" + marker);
    }

    @Test
    void identityThatAClientForgesIsRemoved() {
        String forged = "\0" + "10.0.0.1" + "\0" + "069a79f444e94726a5befca90e38aaf5";

        assertThat(join("plain.passthrough.test" + forged).host()).isEqualTo("plain.passthrough.test");
    }

    @Test
    void identityThatATrustedProxyPassesOnIsKept(@TempDir Path directory) {
        String passed = "\0" + "203.0.113.7" + "\0" + "069a79f444e94726a5befca90e38aaf5";
        var workspace = Workspace.in(directory, "proxy_protocol_trusted = [\"127.0.0.1\"]");
        addServer(workspace, "plain", "passthrough", "addresses = [\"127.0.0.1:%d\"]".formatted(backend.port()));
        Proxy trusting = Proxy.start(CHILDREN, workspace);

        try (var player = PlainClient.join(trusting.port(), "plain.passthrough.test" + passed, "Passed")) {
            assertThat(player.echo("in")).isEqualTo("in");
            assertThat(backend.awaitArrival("Passed").host()).isEqualTo("plain.passthrough.test" + passed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void proxyHeaderNamesBothEndsOfThePlayersConnection(String mode) {
        try (var player = PlainClient.join(proxy.port(), "header." + mode + ".test", mode)) {
            Arrival arrival = headerBackend.awaitArrival(mode);

            assertThat(arrival.proxyHeader())
                    .contains(new ProxyHeader(loopback(player.localPort()), loopback(proxy.port())));
            assertThat(arrival.host()).isEqualTo("header." + mode + ".test");
            assertThat(player.echo("in")).isEqualTo("in");
        }
    }

    private static Arrival join(String host) {
        String name = "Player" + NUMBERS.incrementAndGet();
        try (var player = PlainClient.join(proxy.port(), host, name)) {
            assertThat(player.echo("in")).isEqualTo("in");
            return backend.awaitArrival(name);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static void addServers(Workspace workspace, String mode) {
        addServer(workspace, "plain", mode, "addresses = [\"127.0.0.1:%d\"]".formatted(backend.port()));
        addServer(workspace, "explicit", mode, """
                addresses = ["127.0.0.1:%d"]
                domain_rewrite = { explicit = "inside.example.org" }
                """.formatted(backend.port()));
        addServer(workspace, "backend", mode, """
                addresses = ["127.0.0.1:%d", "localhost:%d"]
                domain_rewrite = "from_backend"
                """.formatted(Ports.free(), backend.port()));
        addServer(workspace, "header", mode, """
                addresses = ["127.0.0.1:%d"]
                send_proxy_protocol = true
                """.formatted(headerBackend.port()));
    }

    private static void addServer(Workspace workspace, String name, String mode, String rest) {
        workspace.server(name + "-" + mode, """
                domains = ["%s.%s.test"]
                proxy_mode = "%s"
                %s""".formatted(name, mode, mode, rest));
    }
}
