// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do not get on with it are cut, and no backend hears of them. */
class SlowClientIT {
    private static final String HOST = "s".repeat(150) + ".test";

    @RegisterExtension
    final Children children = Children.ofTest();

    @Test
    void unfinishedLoginsAreCutAtTheirDeadline(@TempDir Path directory) {
        try (var backend = PlainBackend.start("untouched")) {
            var workspace = Workspace.in(directory).server("slow", """
                    domains = ["%s"]
                    addresses = ["127.0.0.1:%d"]
                    """.formatted(HOST, backend.port()));
            int port = Proxy.start(children, workspace).port();
            byte[] handshake = Bytes.handshake(PlainClient.PROTOCOL, HOST, port, 2);
            byte[] question = Bytes.handshake(PlainClient.PROTOCOL, HOST, port, 1);

            List<PlainClient> clients = List.of(
                    PlainClient.connect(port),
                    PlainClient.connect(port).send(Arrays.copyOf(handshake, 20)),
                    PlainClient.connect(port).send(handshake),
                    PlainClient.connect(port).send(handshake).send((byte) 7, (byte) 0),
                    PlainClient.connect(port).send(question),
                    PlainClient.connect(port).send((byte) 2));

            dripUntilCut(port, handshake);
            clients.forEach(PlainClient::awaitClosed);
            assertThat(backend.connections()).isZero();
        }
    }

    /** One byte now and then: a client that is never silent for long, but would need half a minute. */
    private static void dripUntilCut(int port, byte[] handshake) {
        var sent = new AtomicInteger();
        try (var client = PlainClient.connect(port)) {
            await("the dripping client is cut")
                    .atMost(ChildProcess.PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> client.isCutBefore(handshake[sent.getAndIncrement()]));
        }
        assertThat(sent.get()).isLessThan(handshake.length);
    }
}
