// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.Payload;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plugin.probe.ProbeCommand;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.TestPlugin;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin does with players happens at their clients, and where it cannot the plugin is told. */
class PlayerClientIT {
    private static final List<String> VERSIONS = List.of(
            "1.8.8", "1.12.2", "1.16.5", "1.17.1", "1.19", "1.19.4", "1.20.2", "1.20.4", "1.21.1", "1.21.5", "26.1");

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        game = Game.start(CHILDREN, VERSIONS);
        Workspace workspace = game.workspace(directory, VERSIONS, "");
        proxy = Proxy.start(CHILDREN, workspace);
        new Plugins(proxy, workspace).deploy(TestPlugin.jar(ProbeCommand.class));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerSeesWhatAPluginSends(String version) {
        String name = "Sees" + version.replace('.', '_');
        Player player = join(name, version, Game.OFFLINE);

        assertThat(probe(name, "message", "Good morning")).isEqualTo("SENT");
        assertThat(probe(name, "bar", "Nice weather")).isEqualTo("SENT");
        assertThat(probe(name, "title", "Big words")).isEqualTo("SENT");
        assertThat(probe(name, "plugin", "hidden")).isEqualTo("SENT");

        player.awaitChat("Good morning");
        player.awaitShown("Nice weather");
        player.awaitShown("Big words");
        player.awaitShown("below");
        assertThat(player.awaitPacket("custom_payload", "test:probe")).contains(Payload.digest("hidden"));

        assertThat(probe(name, "disconnect", "Good night")).isEqualTo("SENT");
        assertThat(player.awaitKicked()).contains("Good night");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.21.1", "26.1"})
    void clientKeepsACookieAndIsTransferred(String version) {
        String name = "Cookie" + version.replace('.', '_');
        Player player = join(name, version, Game.CLIENT_ONLY);

        assertThat(probe(name, "request", "-")).isEqualTo("MISSING");
        assertThat(probe(name, "store", "chocolate")).isEqualTo("SENT");
        assertThat(probe(name, "request", "again")).isEqualTo("chocolate");
        assertThat(probe(name, "transfer", "elsewhere.test")).isEqualTo("SENT");

        assertThat(player.awaitPacket("transfer", "elsewhere.test")).contains("25570");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.8", "1.20.4"})
    void olderClientHasNoCookiesAndStays(String version) {
        String name = "Older" + version.replace('.', '_');
        Player player = join(name, version, Game.CLIENT_ONLY);

        assertThat(probe(name, "store", "chocolate")).isEqualTo("UNSUPPORTED");
        assertThat(probe(name, "request", "-")).isEqualTo("UNSUPPORTED");
        assertThat(probe(name, "transfer", "elsewhere.test")).isEqualTo("UNSUPPORTED");

        player.say("still here");
        game.servers().awaitChat(version, name, "still here");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "bar", "title", "plugin", "disconnect", "transfer", "store", "request"})
    void pluginIsToldThatAForwardedSessionIsNotActive(String what) {
        String name = "No" + what;
        Player player = join(name, "26.1", Game.PASSTHROUGH);

        assertThat(probe(name, what, "nothing")).isEqualTo("NOT_ACTIVE");

        player.say("untouched");
        player.awaitChat("> untouched");
        assertThat(player.chat()).noneMatch(text -> text.contains("nothing"));
        player.leave();
    }

    private static Player join(String name, String version, String mode) {
        Player player = game.join(proxy, name, version, mode);
        player.awaitSpawned();
        player.awaitChat("Welcome");
        return player;
    }

    /** The plugin answers on the console. */
    private static String probe(String name, String what, String value) {
        String prefix = name + " " + what + " " + value + ": ";
        proxy.process().type("probe " + name + " " + what + " " + value);
        String line = proxy.process().awaitLine("its answer", printed -> printed.contains(prefix));
        return line.substring(line.indexOf(prefix) + prefix.length());
    }
}
