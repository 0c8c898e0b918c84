// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.node.SessionServer.Account;
import dev.infrajar.systemtests.plugin.proof.ProofByName;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.TestPlugin;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A plugin decides who has to prove who they are, against the mode of the server. */
class ForcedProofIT {
    private static final List<String> VERSIONS = List.of("1.8.8", "1.20.4", "26.1");

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        game = Game.start(CHILDREN, VERSIONS);
        Workspace workspace = game.workspace(directory, VERSIONS, "");
        proxy = Proxy.start(CHILDREN, workspace);
        new Plugins(proxy, workspace).deploy(TestPlugin.jar(ProofByName.class));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerOfOfflineWhoHasToProveItJoinsAsTheAccount(String version) {
        Account account = game.accounts().account("Prove");

        Player player = game.client().join("Prove", account, version, host(version, Game.OFFLINE), proxy.port());

        player.awaitSpawned();
        assertThat(player.awaitUuid()).isEqualTo(account.uuid());
        assertThat(player.isEncrypted()).isTrue();
        assertTalks(player, version, "Prove");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerOfOfflineWhoHasToProveItAndCannotReadsSo(String version) {
        Player player = game.client().join("ProveNot", version, host(version, Game.OFFLINE), proxy.port());

        assertThat(player.awaitKicked()).contains("You are not logged in with a valid session");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerOfClientOnlyWhoNeedNotProveItJoinsAsTheName(String version) {
        Player player = game.client().join("Trust", version, host(version, Game.CLIENT_ONLY), proxy.port());

        player.awaitSpawned();
        assertThat(player.awaitUuid())
                .isEqualTo(UUID.nameUUIDFromBytes("OfflinePlayer:Trust".getBytes(StandardCharsets.UTF_8)));
        assertThat(player.isEncrypted()).isFalse();
        assertTalks(player, version, "Trust");
    }

    private static void assertTalks(Player player, String version, String name) {
        player.say("here I am");
        assertThat(game.servers().awaitChat(version, name)).isEqualTo("here I am");
        player.leave();
    }

    private static String host(String version, String mode) {
        return Game.host(version, mode);
    }
}
