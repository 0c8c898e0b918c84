// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The tables {@code [motd.STATE]} and {@code [default_motd.STATE]} that need no manager of servers. */
class MotdStatesIT {
    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static PlainBackend backend;
    static PlainBackend leaving;
    static ServerSocket silent;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        backend = PlainBackend.start("Text of the backend");
        leaving = PlainBackend.start("Text of the one that leaves");
        silent = new ServerSocket(Ports.free(), 50, InetAddress.getLoopbackAddress());
        var workspace = Workspace.in(directory, """
                [status_cache]
                ttl = "0s"
                [default_motd.online]
                text = "Text of the proxy"
                max_players = 77
                [default_motd.unreachable]
                text = "Default for unreachable"
                [default_motd.offline]
                text = "Default for offline"
                """);
        server(workspace, "online", backend.port(), """
                [motd.online]
                text = "§aAll of it"
                version_name = "Any version"
                max_players = 99
                """);
        server(workspace, "off", Ports.free(), """
                [motd.offline]
                text = "Off"
                version_name = "Closed"
                [motd.unreachable]
                text = "Away"
                """);
        server(workspace, "offbare", Ports.free(), "max_players = 12");
        server(workspace, "away", silent.getLocalPort(), """
                [motd.offline]
                text = "Off"
                [motd.unreachable]
                text = "Away"
                """);
        server(workspace, "awaybare", silent.getLocalPort(), "");
        server(workspace, "leaving", leaving.port(), """
                [motd.offline]
                text = "Left"
                """);
        workspace.server("real", """
                domains = ["127.0.0.1"]
                addresses = ["127.0.0.1:%d"]
                max_players = 31
                [motd.offline]
                text = "§cOff for §lreal"
                """.formatted(Ports.free()));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stop() throws IOException {
        backend.close();
        leaving.close();
        silent.close();
    }

    @Test
    void onlineIsLaidOverTheAnswerOfTheBackend() {
        JsonObject answer = PlainClient.status(proxy.port(), "online.test");

        assertThat(PlainClient.motd(proxy.port(), "online.test")).isEqualTo("All of it");
        assertThat(answer.getAsJsonObject("version").get("name").getAsString()).isEqualTo("Any version");
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(PlainClient.PROTOCOL);
        assertThat(players(answer, "max")).isEqualTo(99);
        assertThat(players(answer, "online")).isEqualTo(3);
    }

    @Test
    void offlineIsShownWhereEveryAddressRefuses() {
        JsonObject answer = PlainClient.status(proxy.port(), "off.test");

        assertThat(PlainClient.motd(proxy.port(), "off.test")).isEqualTo("Off");
        assertThat(answer.getAsJsonObject("version").get("name").getAsString()).isEqualTo("Closed");
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(-1);
    }

    @Test
    void defaultForOfflineIsShownWithTheMaximumOfTheServer() {
        JsonObject answer = PlainClient.status(proxy.port(), "offbare.test");

        assertThat(PlainClient.motd(proxy.port(), "offbare.test")).isEqualTo("Default for offline");
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(PlainClient.PROTOCOL);
        assertThat(players(answer, "max")).isEqualTo(12);
        assertThat(players(answer, "online")).isZero();
    }

    @Test
    void unreachableIsShownWhereNobodyAnswers() {
        assertThat(PlainClient.motd(proxy.port(), "away.test")).isEqualTo("Away");
    }

    @Test
    void defaultForUnreachableIsShownWhereNobodyAnswers() {
        assertThat(PlainClient.motd(proxy.port(), "awaybare.test")).isEqualTo("Default for unreachable");
    }

    @Test
    void offlineIsShownInPlaceOfTheLastAnswer() {
        assertThat(PlainClient.motd(proxy.port(), "leaving.test")).isEqualTo("Text of the one that leaves");

        leaving.close();

        assertThat(PlainClient.motd(proxy.port(), "leaving.test")).isEqualTo("Left");
    }

    @Test
    void unknownHostShowsTheDefaultForOnlineWithItsMaximum() {
        JsonObject answer = PlainClient.status(proxy.port(), "nowhere.test");

        assertThat(PlainClient.motd(proxy.port(), "nowhere.test")).isEqualTo("Text of the proxy");
        assertThat(players(answer, "max")).isEqualTo(77);
    }

    @Test
    void independentPingerReadsAState() {
        JsonObject answer = NodeClient.start(CHILDREN).utilPing("status", proxy.port());

        assertThat(answer.getAsJsonObject("motd").get("clean").getAsString()).isEqualTo("Off for real");
        assertThat(players(answer, "max")).isEqualTo(31);
    }

    private static void server(Workspace workspace, String name, int port, String rest) {
        workspace.server(name, """
                domains = ["%s.test"]
                addresses = ["127.0.0.1:%d"]
                %s
                """.formatted(name, port, rest));
    }

    private static int players(JsonObject answer, String which) {
        return answer.getAsJsonObject("players").get(which).getAsInt();
    }
}
