// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An operator lets nobody in any more without ending anybody. */
class DrainIT {
    private static final String CLOSED = "The proxy takes no new players at the moment, please try again later.";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("drained or not");
    private final Workspace workspace;

    DrainIT(@TempDir Path directory) {
        workspace = Workspace.in(directory).server("survival", """
                domains = ["survival.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void drainedProxyKeepsItsSessionsAnswersPingsAndRefusesLogins() {
        Proxy proxy = Proxy.start(children, workspace);

        try (var player = PlainClient.join(proxy.port(), "survival.test", "First")) {
            assertThat(player.echo("in")).isEqualTo("in");
            proxy.process().type("drain");
            awaitLine(proxy, "The proxy is drained: new logins are refused with a text, 1 session stays");

            assertThat(player.echo("still in")).isEqualTo("still in");
            assertThat(PlainClient.motd(proxy.port(), "survival.test")).isEqualTo("drained or not");
            assertThat(refusal(proxy)).isEqualTo(CLOSED);
            proxy.process().type("list");
            awaitLine(proxy, "1 session; the proxy is drained: no new logins");
            proxy.process().type("status");
            awaitLine(proxy, " 1; the proxy is drained: no new logins");

            proxy.process().type("undrain");
            awaitLine(proxy, "The proxy takes new players again.");
            try (var next = PlainClient.join(proxy.port(), "survival.test", "Next")) {
                assertThat(next.echo("in")).isEqualTo("in");
            }
        }
    }

    @Test
    void textIsShownBeforeTheLoginStartIsRead() {
        Proxy proxy = Proxy.start(children, workspace);
        proxy.process().type("drain");
        awaitLine(proxy, "The proxy is drained");

        try (var player = PlainClient.connect(proxy.port())) {
            player.send(Bytes.handshake(PlainClient.PROTOCOL, "survival.test", proxy.port(), 2));
            assertThat(player.awaitRefusal()).isEqualTo(CLOSED);
        }
        try (var player = PlainClient.connect(proxy.port())) {
            // More than fits: what is not read must not turn into a reset.
            byte[] rest = new byte[48 * 1024];
            player.send(new Bytes()
                    .raw(Bytes.handshake(PlainClient.PROTOCOL, "survival.test", proxy.port(), 2))
                    .raw(Bytes.loginStart("Hasty"))
                    .raw(rest)
                    .toArray());
            assertThat(player.awaitRefusal()).isEqualTo(CLOSED);
        }
    }

    @Test
    void drainedServerKeepsItsSessionsAndGetsNoNewOnes() {
        Proxy proxy = Proxy.start(children, workspace);
        try (var player = PlainClient.join(proxy.port(), "survival.test", "First")) {
            assertThat(player.echo("in")).isEqualTo("in");

            proxy.process().type("drain survival");
            awaitLine(proxy, "survival is drained: it gets no new sessions, those that run stay (1 on the server)");

            assertThat(player.echo("still in")).isEqualTo("still in");
            assertThat(PlainClient.motd(proxy.port(), "survival.test")).isEqualTo("drained or not");
            assertThat(refusal(proxy)).isEqualTo("Server is currently unreachable. Please try again later.");

            proxy.process().type("undrain survival");
            awaitLine(proxy, "survival gets new sessions again.");
            try (var next = PlainClient.join(proxy.port(), "survival.test", "Next")) {
                assertThat(next.echo("in")).isEqualTo("in");
            }
        }
    }

    @Test
    void drainedAddressLeavesNewSessionsToTheOthers() {
        try (var other = PlainBackend.start("the other")) {
            workspace.server("survival", """
                    domains = ["survival.test"]
                    addresses = ["127.0.0.1:%d", "127.0.0.1:%d"]
                    """.formatted(backend.port(), other.port()));
            Proxy proxy = Proxy.start(children, workspace);
            try (var player = PlainClient.join(proxy.port(), "survival.test", "First")) {
                assertThat(player.echo("in")).isEqualTo("in");
                backend.awaitArrival("First");

                proxy.process().type("drain survival 127.0.0.1:" + backend.port());
                awaitLine(proxy, "survival at 127.0.0.1:" + backend.port() + " is drained");

                try (var next = PlainClient.join(proxy.port(), "survival.test", "Next")) {
                    assertThat(next.echo("in")).isEqualTo("in");
                    other.awaitArrival("Next");
                }
                assertThat(player.echo("still in")).isEqualTo("still in");
            }
        }
    }

    @Test
    void unknownServerIsAnsweredWithThoseThatExist() {
        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().type("drain creative");

        awaitLine(proxy, "there is no server creative; there are: survival");
        try (var player = PlainClient.join(proxy.port(), "survival.test", "First")) {
            assertThat(player.echo("in")).isEqualTo("in");
        }
    }

    private static String refusal(Proxy proxy) {
        try (var player = PlainClient.join(proxy.port(), "survival.test", "Refused")) {
            return player.awaitRefusal();
        }
    }

    private static void awaitLine(Proxy proxy, String part) {
        proxy.process().awaitLine(part, line -> line.contains(part));
    }
}
