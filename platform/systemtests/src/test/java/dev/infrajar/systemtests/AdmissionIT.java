// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by address: rates, filters, the ceiling. Clients come from 127.0.0.1, 127.0.0.2 and so on. */
class AdmissionIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final PlainBackend backend = PlainBackend.start("open");

    AdmissionIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private Proxy start(String settings) {
        return start(settings, "");
    }

    private Proxy start(String settings, String serverSettings) {
        Workspace workspace =
                Workspace.in(directory, settings).server("open", """
                domains = ["open.test"]
                addresses = ["127.0.0.1:%d"]
                %s""".formatted(backend.port(), serverSettings));
        return Proxy.start(children, workspace);
    }

    private static void assertPlays(PlainClient player) {
        try (player) {
            assertThat(player.echo("in")).isEqualTo("in");
        }
    }

    private static PlainClient joinFrom(String address, Proxy proxy) {
        return PlainClient.connectFrom(address, proxy.port()).join("open.test", "Player");
    }

    private static String refusalFrom(String address, Proxy proxy) {
        try (var player = joinFrom(address, proxy)) {
            return player.awaitRefusal();
        }
    }

    private static boolean isPingAnsweredFrom(String address, Proxy proxy) {
        try (var client = PlainClient.connectFrom(address, proxy.port())) {
            return client.isPingAnswered("open.test");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.8", "1.20.4", "1.21.4"})
    void realClientReadsThatItJoinsTooOften(String version) {
        Proxy proxy = start("[rate_limit]\nmax_connections = 1\nwindow = \"10m\"\n");
        assertPlays(joinFrom("127.0.0.1", proxy));

        String shown = NodeClient.start(children)
                .join("Hasty", version, "open.test", proxy.port())
                .awaitKicked();

        assertThat(shown).contains("Rate limit exceeded");
    }

    @Test
    void threeLoginsInAWindowAreTheDefaultAndTheLogNamesTheKey() {
        // A table of its own without the key: the default of the key.
        Proxy proxy = start("[rate_limit]\nwindow = \"10m\"\n");
        for (int i = 0; i < 3; i++) {
            assertPlays(joinFrom("127.0.0.2", proxy));
        }

        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("Rate limit exceeded");
        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("Rate limit exceeded");

        assertPlays(joinFrom("127.0.0.3", proxy));
        proxy.process()
                .awaitLine(
                        "a warning that says what to change",
                        line -> line.contains("127.0.0.2 was refused a login")
                                && line.contains("[rate_limit] max_connections"));
        proxy.process().type("limits");
        proxy.process().awaitLine("the count", line -> line.matches("2 +rate limit of logins"));
        proxy.process().awaitLine("the address", line -> line.matches("2 +127.0.0.2"));
    }

    @Test
    void pingsAreCountedApartFromLogins() {
        Proxy proxy = start("[rate_limit]\nstatus_max = 2\nstatus_window = \"10m\"\n");

        assertThat(isPingAnsweredFrom("127.0.0.2", proxy)).isTrue();
        assertThat(isPingAnsweredFrom("127.0.0.2", proxy)).isTrue();
        assertThat(isPingAnsweredFrom("127.0.0.2", proxy)).isFalse();

        assertThat(isPingAnsweredFrom("127.0.0.3", proxy)).isTrue();
        assertPlays(joinFrom("127.0.0.2", proxy));
    }

    @Test
    void legacyPingsAndLoginsCountToo() {
        Proxy proxy = start("""
                [rate_limit]
                max_connections = 1
                window = "10m"
                status_max = 1
                status_window = "10m"
                """);

        assertThat(PlainClient.legacyPing(proxy.port(), (byte) 0xFE, (byte) 1)).startsWith("§1");
        try (var second = PlainClient.connect(proxy.port()).send((byte) 0xFE, (byte) 1)) {
            second.awaitClosed();
        }
        assertPlays(joinFrom("127.0.0.1", proxy));
        assertThat(PlainClient.legacyPing(proxy.port(), legacyLogin())).isEqualTo("Rate limit exceeded");
    }

    /** A login of 1.6.4: protocol 78, name, host, port. */
    private static byte[] legacyLogin() {
        return new Bytes()
                .raw((byte) 2, (byte) 78)
                .legacyString("Veteran")
                .legacyString("open.test")
                .i32(25565)
                .toArray();
    }

    @Test
    void zeroIsNoLimit() {
        Proxy proxy = start("[rate_limit]\nmax_connections = 0\nstatus_max = 0\n");

        for (int i = 0; i < 40; i++) {
            assertPlays(joinFrom("127.0.0.1", proxy));
            assertThat(isPingAnsweredFrom("127.0.0.1", proxy)).isTrue();
        }
    }

    @Test
    void blacklistWinsAndWhitelistAdmitsItsMembersOnly() {
        Proxy proxy = start("""
                [ip_filter]
                whitelist = ["127.0.0.0/29"]
                blacklist = ["::ffff:127.0.0.2"]
                """);

        assertPlays(joinFrom("127.0.0.3", proxy));
        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("IP 127.0.0.2 is not allowed");
        assertThat(refusalFrom("127.0.0.9", proxy)).isEqualTo("IP 127.0.0.9 is not allowed");
        assertThat(isPingAnsweredFrom("127.0.0.3", proxy)).isTrue();
        assertThat(isPingAnsweredFrom("127.0.0.2", proxy)).isFalse();
    }

    @Test
    void serverHasAFilterOfItsOwnBesideTheGlobalOne() {
        Proxy proxy = start("[ip_filter]\nblacklist = [\"127.0.0.2\"]\n", """
                [ip_filter]
                whitelist = ["127.0.0.0/29"]
                blacklist = ["127.0.0.3"]
                """);

        assertPlays(joinFrom("127.0.0.4", proxy));
        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("IP 127.0.0.2 is not allowed");
        assertThat(refusalFrom("127.0.0.3", proxy)).isEqualTo("IP 127.0.0.3 is not allowed on this server");
        assertThat(refusalFrom("127.0.0.9", proxy)).isEqualTo("IP 127.0.0.9 is not allowed on this server");
        assertThat(isPingAnsweredFrom("127.0.0.4", proxy)).isTrue();
        assertThat(isPingAnsweredFrom("127.0.0.3", proxy)).isFalse();
    }

    @Test
    void filterIsNotSilencedByUnknownDomainsThatAreDropped() {
        Proxy proxy = start("""
                unknown_domain_behavior = "drop"
                [ip_filter]
                blacklist = ["127.0.0.2"]
                """);

        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("IP 127.0.0.2 is not allowed");
    }

    @Test
    void ipv4ClientOfAnIpv6ListenerIsTheIpv4One() throws Exception {
        Workspace workspace = Workspace.in(directory, "[ip_filter]\nblacklist = [\"127.0.0.2\"]\n");
        Proxy proxy = Proxy.start(children, workspace, "--bind", "[::]:" + workspace.port());
        try (var overIpv6 = new Socket()) {
            overIpv6.connect(new InetSocketAddress(InetAddress.ofLiteral("::1"), proxy.port()));
            assertThat(overIpv6.isConnected()).isTrue();
        }

        assertThat(refusalFrom("127.0.0.2", proxy)).isEqualTo("IP 127.0.0.2 is not allowed");
        assertThat(refusalFrom("127.0.0.3", proxy)).isEqualTo("Unknown server: open.test");
    }

    @Test
    void oneAddressHasAsManyConnectionsAsTheCeilingAllows() {
        Proxy proxy = start("max_connections_per_address = 3\n");
        List<PlainClient> there = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            there.add(joinFrom("127.0.0.2", proxy));
            assertThat(there.get(i).echo("in")).isEqualTo("in");
        }

        try (var fourth = PlainClient.connectFrom("127.0.0.2", proxy.port())) {
            fourth.awaitClosed();
        }
        assertPlays(joinFrom("127.0.0.3", proxy));

        there.getFirst().close();
        await("a place is free").atMost(ChildProcess.PATIENCE).until(() -> isAdmitted(proxy));
        there.forEach(PlainClient::close);
    }

    private static boolean isAdmitted(Proxy proxy) {
        try (var player = joinFrom("127.0.0.2", proxy)) {
            return player.echo("in").equals("in");
        } catch (UncheckedIOException closed) {
            return false;
        }
    }
}
