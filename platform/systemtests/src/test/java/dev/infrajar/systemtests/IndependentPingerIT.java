// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.NodeServers;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Server list pings by npm {@code minecraft-server-util}, which shares no code with the other clients here. */
class IndependentPingerIT {
    private static final String VERSION = "1.20.4";

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static NodeClient client;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) {
        client = NodeClient.start(CHILDREN);
        NodeServers servers = NodeServers.start(CHILDREN, List.of(VERSION));
        var workspace = Workspace.in(directory, """
                [default_motd.online]
                text = "Text of the proxy"
                """);
        workspace.server("real", """
                domains = ["127.0.0.1"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(servers.port(VERSION)));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @Test
    void readsTheEntryOfTheBackend() {
        JsonObject answer = client.utilPing("status", proxy.port());

        assertThat(cleanText(answer)).isEqualTo("A real 1.20.4 server");
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(77);
    }

    @Test
    void readsTheDefaultTextByTheLegacyPingOfVersion14() {
        assertThat(cleanText(client.utilPing("statusLegacy", proxy.port()))).isEqualTo("Text of the proxy");
    }

    @Test
    void readsTheDefaultTextByTheLegacyPingOfTheBeta() {
        assertThat(client.utilPing("statusFE", proxy.port()).get("motd").getAsString())
                .isEqualTo("Text of the proxy");
    }

    private static String cleanText(JsonObject answer) {
        return answer.getAsJsonObject("motd").get("clean").getAsString();
    }
}
