// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plugin.kick.KinderKick;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.TestPlugin;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Players whom a server kicks read its text, or what a plugin makes of it. */
class BackendKicksIT {
    private static final List<String> VERSIONS =
            List.of("1.7.10", "1.8.8", "1.16.5", "1.19.4", "1.20.2", "1.20.4", "1.21.5", "26.1");

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        game = Game.start(CHILDREN, VERSIONS);
        Workspace workspace = game.workspace(directory, VERSIONS, "");
        proxy = Proxy.start(CHILDREN, workspace);
        new Plugins(proxy, workspace).deploy(TestPlugin.jar(KinderKick.class));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    static Stream<Arguments> routes() {
        return VERSIONS.stream().flatMap(version -> Game.INTERCEPTED.stream().map(mode -> Arguments.of(version, mode)));
    }

    static Stream<Arguments> routesWithConfiguration() {
        return routes().skip((long) Game.INTERCEPTED.size() * VERSIONS.indexOf("1.20.2"));
    }

    /** Nobody is at a server yet: no plugin is asked. */
    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void playerReadsWhyTheLoginIsRefused(String version, String mode) {
        Player player = game.join(proxy, "KickedInLogin", version, mode);

        assertThat(player.awaitKicked()).contains("Go away, KickedInLogin").doesNotContain("please");
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routesWithConfiguration")
    void pluginChangesAKickInTheConfiguration(String version, String mode) {
        Player player = game.join(proxy, "KickedInConfig", version, mode);

        assertThat(player.awaitKicked()).contains("Go away, KickedInConfig, please");
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void pluginChangesAKickInTheGame(String version, String mode) {
        Player player = game.join(proxy, "Polite", version, mode);
        player.awaitSpawned();

        player.say("kick me");

        assertThat(player.awaitKicked()).contains("Go away, Polite, please");
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void playerReadsWhatTheServerSaysWhereThePluginPasses(String version, String mode) {
        Player player = game.join(proxy, "Rude", version, mode);
        player.awaitSpawned();

        player.say("kick me");

        assertThat(player.awaitKicked()).contains("Go away, Rude").doesNotContain("please");
    }
}
