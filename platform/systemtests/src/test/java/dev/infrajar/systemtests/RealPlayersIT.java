// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.minestom.MinestomProcess;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.NodeServers;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients and servers that the project did not write meet through the proxy. */
class RealPlayersIT {
    private static final List<String> VERSIONS = List.of("1.8.8", "1.16.5", "1.20.4", "1.21.11", "26.1");
    private static final List<String> MODES = List.of("passthrough", "zero_copy", "server_only");

    /** The greeting of server.js: above the compression threshold, so it arrives only if compression does. */
    private static final String GREETING = "Welcome. ".repeat(300);

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static NodeServers servers;
    static MinestomProcess minestom;
    static NodeClient client;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        client = NodeClient.start(CHILDREN);
        servers = NodeServers.start(CHILDREN, VERSIONS);
        minestom = MinestomProcess.start(CHILDREN);
        var workspace = Workspace.in(directory);
        for (String mode : MODES) {
            VERSIONS.forEach(version -> addServer(workspace, version, mode, servers.port(version)));
            addServer(workspace, "minestom", mode, minestom.port());
        }
        proxy = Proxy.start(CHILDREN, workspace);
    }

    static Stream<Arguments> routes() {
        return Stream.concat(
                VERSIONS.stream().flatMap(version -> Stream.of("passthrough", "zero_copy")
                        .map(mode -> Arguments.of(version, mode))),
                Stream.of(Arguments.of("1.20.4", "server_only")));
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void playerPingsJoinsChatsAndLeaves(String version, String mode) {
        String host = host(version, mode);
        // A name has at most 16 characters.
        String name = mode.substring(0, 4) + version.replace('.', '_');

        JsonObject answer = client.ping(version, host, proxy.port());
        assertThat(answer.get("description").toString()).contains("A real " + version + " server");
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(77);

        Player player = client.join(name, version, host, proxy.port());
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
    @ValueSource(strings = {"passthrough", "zero_copy"})
    void playerJoinsMinestomChatsAndLeaves(String mode) {
        String host = host("minestom", mode);

        JsonObject answer = client.ping(MinestomProcess.VERSION, host, proxy.port());
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(775);

        Player player = client.join(mode, MinestomProcess.VERSION, host, proxy.port());
        player.awaitSpawned();
        minestom.awaitJoined(mode);

        player.say("hello from " + mode);
        player.awaitChat("hello from " + mode);

        player.leave();
        minestom.awaitLeft(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.8", "1.20.4", "26.1"})
    void playerReadsWhyAnUnknownHostIsRefused(String version) {
        Player player = client.join("Lost", version, "nowhere.test", proxy.port());

        assertThat(player.awaitKicked()).contains("Unknown server: nowhere.test");
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
