// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Build;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A jar in the plugins folder works without a restart, and its removal leaves nothing behind. */
class PluginIT {
    private static final String TEXT = "Text of the backend";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start(TEXT);
    private final Workspace workspace;

    PluginIT(@TempDir Path directory) {
        workspace = Workspace.in(directory).server("plain", """
                domains = ["plain.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void pluginComesAndGoesWhileAPlayerStays() {
        Path jar = Build.examplePlugin("motd");
        Proxy proxy = Proxy.start(children, workspace);
        assertThat(motd(proxy)).isEqualTo(TEXT);

        try (var player = PlainClient.join(proxy.port(), "plain.test", "Steve")) {
            assertThat(player.echo("before")).isEqualTo("before");

            workspace.write("plugins/" + jar.getFileName(), jar);
            awaitMotd(proxy, "another text", text -> !text.equals(TEXT));
            proxy.process().type("plugins");
            proxy.process().awaitLine("the plugin", line -> line.contains("motd"));
            assertThat(player.echo("with the plugin")).isEqualTo("with the plugin");

            workspace.remove("plugins/" + jar.getFileName());
            awaitMotd(proxy, "the old text", TEXT::equals);
            assertThat(player.echo("after")).isEqualTo("after");
        }
    }

    @Test
    void pluginThatIsThereAtTheStartWorks() {
        Path jar = Build.examplePlugin("motd");
        workspace.write("plugins/" + jar.getFileName(), jar);

        Proxy proxy = Proxy.start(children, workspace);

        awaitMotd(proxy, "another text", text -> !text.equals(TEXT));
    }

    @Test
    void pluginsMayLieInAnotherFolder(@TempDir Path plugins) {
        Path jar = Build.examplePlugin("motd");
        new Workspace(plugins, workspace.port()).write(jar.getFileName().toString(), jar);

        Proxy proxy = Proxy.start(children, workspace, "--plugins-dir", plugins.toString());

        awaitMotd(proxy, "another text", text -> !text.equals(TEXT));
    }

    @Test
    void fileThatIsNoPluginIsReportedAndHarmsNothing() {
        Proxy proxy = Proxy.start(children, workspace);

        workspace.write("plugins/nonsense.jar", "not even a zip");

        proxy.process().awaitLine("the refusal", line -> line.contains("nonsense.jar"));
        assertThat(motd(proxy)).isEqualTo(TEXT);
    }

    private static void awaitMotd(Proxy proxy, String what, Predicate<String> isIt) {
        await("the server list shows " + what).atMost(ChildProcess.PATIENCE).until(() -> isIt.test(motd(proxy)));
    }

    private static String motd(Proxy proxy) {
        return PlainClient.motd(proxy.port(), "plain.test");
    }
}
