// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.minestom.MinestomProcess;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.NodeServers;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.node.SessionServer;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Clients and servers that the project did not write meet through a proxy that sees their packets. */
class InterceptedPlayersIT {
    private static final List<String> VERSIONS = List.of(
            "1.7.10", "1.8.8", "1.9.4", "1.10.2", "1.11.2", "1.12.2", "1.13.2", "1.14.4", "1.15.2", "1.16", "1.16.5",
            "1.17", "1.17.1", "1.18.2", "1.19", "1.19.2", "1.19.3", "1.19.4", "1.20.1", "1.20.2", "1.20.4", "1.20.6",
            "1.21.1", "1.21.3", "1.21.4", "1.21.5", "1.21.6", "1.21.8", "1.21.10", "1.21.11", "26.1", "26.2");
    private static final List<String> MODES = List.of("offline", "client_only");

    /** The greeting of server.js: above the compression threshold, so it arrives only if compression does. */
    private static final String GREETING = "Welcome. ".repeat(300);

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static NodeServers servers;
    static MinestomProcess minestom;
    static NodeClient client;
    static SessionServer accounts;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) throws IOException {
        client = NodeClient.start(CHILDREN);
        servers = NodeServers.start(CHILDREN, VERSIONS);
        minestom = MinestomProcess.start(CHILDREN);
        accounts = SessionServer.start(Ports.free());
        var workspace = Workspace.in(directory, "[auth]\nsession_url = \"" + accounts.hasJoinedUrl() + "\"\n");
        for (String mode : MODES) {
            VERSIONS.forEach(version -> addServer(workspace, version, mode, servers.port(version)));
            addServer(workspace, "minestom", mode, minestom.port());
        }
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stopAccounts() {
        accounts.close();
    }

    static Stream<Arguments> routes() {
        return MODES.stream().flatMap(mode -> VERSIONS.stream().map(version -> Arguments.of(version, mode)));
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void playerJoinsChatsAndLeaves(String version, String mode) {
        String host = host(version, mode);
        String name = mode.substring(0, 4) + version.replace('.', '_');

        Player player = join(name, version, mode);
        player.awaitSpawned();
        assertThat(servers.awaitJoined(version, name)).isEqualTo(host);
        player.awaitChat(GREETING);

        player.say("hello from " + name);
        assertThat(servers.awaitChat(version, name)).isEqualTo("hello from " + name);
        player.awaitChat("<" + name + "> hello from " + name);
        player.awaitKeepAlive();

        player.leave();
        servers.awaitLeft(version, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"offline", "client_only"})
    void playerJoinsMinestomChatsAndLeaves(String mode) {
        Player player = mode.equals("offline")
                ? client.join(mode, MinestomProcess.VERSION, host("minestom", mode), proxy.port())
                : client.join(
                        mode, accounts.account(mode), MinestomProcess.VERSION, host("minestom", mode), proxy.port());
        player.awaitSpawned();
        minestom.awaitJoined(mode);

        player.say("hello from " + mode);
        player.awaitChat("hello from " + mode);

        player.leave();
        minestom.awaitLeft(mode);
    }

    private static Player join(String name, String version, String mode) {
        return mode.equals("offline")
                ? client.join(name, version, host(version, mode), proxy.port())
                : client.join(name, accounts.account(name), version, host(version, mode), proxy.port());
    }

    private static void addServer(Workspace workspace, String version, String mode, int port) {
        workspace.server(version + "-" + mode, """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                """.formatted(host(version, mode), port, mode));
    }

    private static String host(String version, String mode) {
        return "v" + version + "." + mode + ".test";
    }
}
