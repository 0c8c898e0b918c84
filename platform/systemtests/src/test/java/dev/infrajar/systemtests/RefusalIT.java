// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a player reads who cannot be let in. */
class RefusalIT {
    /** 1.21.11: its login start has the UUID that the client claims. */
    private static final int WITH_UUID = 774;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;

    RefusalIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void namesTheUnknownHost() {
        Proxy proxy = Proxy.start(children, Workspace.in(directory));

        assertThat(refusal(proxy, "Nowhere.Test")).isEqualToIgnoringCase("Unknown server: nowhere.test");
    }

    @Test
    void showsTheDisconnectMessageWhenNoAddressAnswers() {
        var workspace = Workspace.in(directory);
        workspace.server("down", """
                domains = ["down.test"]
                addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                disconnect_message = "§cBack at eight"
                """.formatted(Ports.free(), Ports.free()));
        workspace.server("plain", """
                domains = ["plain.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(Ports.free()));
        Proxy proxy = Proxy.start(children, workspace);

        assertThat(refusal(proxy, "down.test")).isEqualTo("Back at eight");
        assertThat(refusal(proxy, "plain.test")).isEqualTo("Server is currently unreachable. Please try again later.");
    }

    @Test
    void triesTheAddressesInTheirOrder() {
        try (var backend = PlainBackend.start("second")) {
            var workspace = Workspace.in(directory).server("two", """
                    domains = ["two.test"]
                    addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                    """.formatted(Ports.free(), backend.port()));
            Proxy proxy = Proxy.start(children, workspace);

            try (var player = PlainClient.join(proxy.port(), "two.test", "Second")) {
                assertThat(player.echo("through")).isEqualTo("through");
            }
        }
    }

    /** The name and UUID of a login start are what the client says: anybody could end anybody's session. */
    @Test
    void endsNoSessionForAClaimedNameAndUuid() {
        try (var backend = PlainBackend.start("shared")) {
            var workspace = Workspace.in(directory).server("shared", """
                    domains = ["shared.test"]
                    addresses = ["127.0.0.1:%d"]
                    """.formatted(backend.port()));
            Proxy proxy = Proxy.start(children, workspace);

            try (var first = joinAs(proxy, "Notch");
                    var second = joinAs(proxy, "Notch")) {
                assertThat(first.echo("first")).isEqualTo("first");
                assertThat(second.echo("second")).isEqualTo("second");
                assertThat(first.echo("still there")).isEqualTo("still there");
            }
        }
    }

    /** Claims the UUID that belongs to the name where nobody authenticates. */
    private static PlainClient joinAs(Proxy proxy, String name) {
        UUID uuid = UUID.nameUUIDFromBytes(("OfflinePlayer:" + name).getBytes(StandardCharsets.UTF_8));
        byte[] id = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return PlainClient.connect(proxy.port())
                .send(Bytes.handshake(WITH_UUID, "shared.test", proxy.port(), 2))
                .send(new Bytes().varInt(0).string(name).raw(id).frame());
    }

    @Test
    void keepsTheLimitOfPlayersAndAdmitsTheNextWhenOneLeaves() {
        try (var backend = PlainBackend.start("small")) {
            var workspace = Workspace.in(directory).server("small", """
                    domains = ["small.test"]
                    addresses = ["127.0.0.1:%d"]
                    max_players = 1
                    """.formatted(backend.port()));
            Proxy proxy = Proxy.start(children, workspace);

            try (var first = PlainClient.join(proxy.port(), "small.test", "First")) {
                assertThat(first.echo("in")).isEqualTo("in");
                assertThat(refusal(proxy, "small.test")).isNotBlank();
                assertThat(first.echo("still in")).isEqualTo("still in");
            }
            await("a place is free").atMost(ChildProcess.PATIENCE).until(() -> isAdmitted(proxy, "small.test"));
        }
    }

    @Test
    void saysNothingAtAllToUnknownHostsWhenToldTo() {
        var workspace = Workspace.in(directory, "unknown_domain_behavior = \"drop\"\n");
        Proxy proxy = Proxy.start(children, workspace);

        try (var player = PlainClient.join(proxy.port(), "nowhere.test", "Lost");
                var pinger = PlainClient.connect(proxy.port())) {
            pinger.send(new Bytes()
                    .raw(Bytes.handshake(PlainClient.PROTOCOL, "nowhere.test", proxy.port(), 1))
                    .raw(new Bytes().varInt(0).frame())
                    .toArray());
            player.awaitClosed();
            pinger.awaitClosed();
        }
    }

    private static String refusal(Proxy proxy, String host) {
        try (var player = PlainClient.join(proxy.port(), host, "Refused")) {
            return player.awaitRefusal();
        }
    }

    /** A refused player gets a frame that begins with its length, and never what it sent. */
    private static boolean isAdmitted(Proxy proxy, String host) {
        try (var player = PlainClient.join(proxy.port(), host, "Next")) {
            return player.echo("in").equals("in");
        } catch (UncheckedIOException closed) {
            return false;
        }
    }
}
