// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Server files take effect while the proxy runs. */
class LiveServerFilesIT {
    private static final String HOST = "live.test";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Workspace workspace;
    private final PlainBackend backend = PlainBackend.start("Text of the backend");
    private Proxy proxy;

    LiveServerFilesIT(@TempDir Path directory) {
        workspace = Workspace.in(directory, """
                [default_motd.online]
                text = "Nobody here"
                """);
    }

    @BeforeEach
    void start() {
        proxy = Proxy.start(children, workspace);
        assertThat(motd()).isEqualTo("Nobody here");
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void addedChangedAndRemovedFilesTakeEffect() {
        workspace.server("live", serverFile("First"));
        awaitMotd("First");

        workspace.server("live", serverFile("Second"));
        awaitMotd("Second");

        workspace.removeServer("live");
        awaitMotd("Nobody here");
    }

    @Test
    void brokenEditKeepsTheOldVersionAndSaysWhy() {
        workspace.server("live", serverFile("First"));
        awaitMotd("First");

        workspace.server("live", serverFile("Broken").replace("addresses =", "adresses ="));
        proxy.process().awaitLine("the reason", line -> line.contains("live.toml:2:") && line.contains("adresses"));
        assertThat(motd()).isEqualTo("First");

        workspace.server("live", serverFile("Mended"));
        awaitMotd("Mended");
    }

    @Test
    void sessionOutlivesTheRemovalOfItsServer() {
        workspace.server("live", serverFile("First"));
        awaitMotd("First");

        try (var player = PlainClient.join(workspace.port(), HOST, "Steve")) {
            assertThat(player.echo("before")).isEqualTo("before");
            workspace.removeServer("live");
            awaitMotd("Nobody here");

            assertThat(player.echo("after")).isEqualTo("after");
        }
    }

    private void awaitMotd(String expected) {
        await("the server list shows " + expected).atMost(ChildProcess.PATIENCE).until(() -> motd().equals(expected));
    }

    private String motd() {
        return PlainClient.motd(workspace.port(), HOST);
    }

    private String serverFile(String text) {
        return """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]

                [motd.online]
                text = "%s"
                """.formatted(HOST, backend.port(), text);
    }
}
