// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys that limit something do to a running proxy. */
class LimitsIT {
    private static final long DEADLINE_SECONDS = 30;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;

    LimitsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    private void server(Workspace workspace, String mode, int port, String timeouts) {
        workspace.server("limited", """
                domains = ["limited.test"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                [timeouts]
                %s
                """.formatted(port, mode, timeouts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void silentSessionEndsAfterItsReadTimeout(String mode) {
        try (PlainBackend backend = PlainBackend.start("plain")) {
            Workspace workspace = Workspace.in(directory);
            server(workspace, mode, backend.port(), "read = \"1s\"");
            Proxy proxy = Proxy.start(children, workspace);

            try (var player = PlainClient.join(proxy.port(), "limited.test", "Silent")) {
                assertThat(player.echo("awake")).isEqualTo("awake");
                player.awaitClosed();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void sessionOfClientThatTakesNothingEndsAfterItsWriteTimeout(String mode) throws Exception {
        try (ServerSocket backend = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress())) {
            Workspace workspace = Workspace.in(directory);
            server(workspace, mode, backend.getLocalPort(), "read = \"0s\"\nwrite = \"1s\"");
            Proxy proxy = Proxy.start(children, workspace);

            try (var player = PlainClient.join(proxy.port(), "limited.test", "Stalled");
                    Socket accepted = backend.accept()) {
                assertThat(player.localPort()).isPositive();
                CompletableFuture<IOException> cut = CompletableFuture.supplyAsync(() -> flood(accepted));

                assertThat(cut.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    /** Writes until the connection is cut, which it must be: nobody reads. */
    private static IOException flood(Socket socket) {
        byte[] chunk = new byte[64 * 1024];
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                out.write(chunk);
            }
        } catch (IOException cut) {
            return cut;
        }
        throw new UncheckedIOException(new IOException("closed by the test itself"));
    }

    @Test
    void clientsBeyondTheCeilingAreServedWhenOneLeaves() throws Exception {
        try (PlainBackend backend = PlainBackend.start("plain")) {
            Workspace workspace = Workspace.in(directory, "max_connections = 2\n");
            server(workspace, "passthrough", backend.port(), "read = \"0s\"");
            Proxy proxy = Proxy.start(children, workspace);

            var first = PlainClient.join(proxy.port(), "limited.test", "First");
            var second = PlainClient.join(proxy.port(), "limited.test", "Second");
            assertThat(first.echo("1")).isEqualTo("1");
            assertThat(second.echo("2")).isEqualTo("2");
            CompletableFuture<String> third = CompletableFuture.supplyAsync(() -> {
                try (var player = PlainClient.join(proxy.port(), "limited.test", "Third")) {
                    return player.echo("3");
                }
            });
            assertThat(second.echo("still there")).isEqualTo("still there");
            assertThat(third).isNotDone();

            first.close();

            assertThat(third.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("3");
            second.close();
        }
    }
}
