// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a player sees in the server list before joining. */
class ServerListIT {
    private static final byte LEGACY = (byte) 0xFE;

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static PlainBackend backend;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) {
        backend = PlainBackend.start("Text of the backend");
        var workspace = Workspace.in(directory, """
                [default_motd.online]
                text = "Text of the proxy"
                """);
        workspace.server("alive", """
                domains = ["alive.test", "*.long.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(backend.port()));
        workspace.server("renamed", """
                domains = ["renamed.test"]
                addresses = ["127.0.0.1:%d"]

                [motd.online]
                text = "§aText of the server file"
                """.formatted(backend.port()));
        workspace.server("down", """
                domains = ["down.test"]
                addresses = ["127.0.0.1:%d"]

                [motd.unreachable]
                text = "Down for an hour"
                """.formatted(Ports.free()));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void showsTheEntryOfTheBackend() {
        JsonObject answer = PlainClient.status(proxy.port(), "alive.test");

        assertThat(answer.getAsJsonObject("description").get("text").getAsString())
                .isEqualTo("Text of the backend");
        assertThat(answer.getAsJsonObject("players").get("online").getAsInt()).isEqualTo(3);
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(5);
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(PlainClient.PROTOCOL);
    }

    @Test
    void prefersTheTextOfTheServerFile() {
        assertThat(PlainClient.motd(proxy.port(), "renamed.test")).isEqualTo("Text of the server file");
    }

    @Test
    void showsTheTextForAnUnreachableBackend() {
        assertThat(PlainClient.motd(proxy.port(), "down.test")).isEqualTo("Down for an hour");
    }

    @Test
    void showsTheDefaultTextForAnUnknownHost() {
        assertThat(PlainClient.motd(proxy.port(), "nowhere.test")).isEqualTo("Text of the proxy");
    }

    @Test
    void takesTheHostInAnyCaseAndWithTheDotOfAnSrvRecord() {
        assertThat(PlainClient.motd(proxy.port(), "Alive.TEST.")).isEqualTo("Text of the backend");
    }

    @Test
    void takesAHandshakeOf254BytesThatBeginsLikeALegacyPing() {
        // Id, protocol, length of the host, host, port and next state: 1 + 2 + 2 + 246 + 2 + 1 bytes.
        String host = "x".repeat(246 - ".long.test".length()) + ".long.test";
        assertThat(Bytes.handshake(PlainClient.PROTOCOL, host, proxy.port(), 1)).startsWith(LEGACY, 0x01, 0x00);

        assertThat(PlainClient.motd(proxy.port(), host)).isEqualTo("Text of the backend");
    }

    @Test
    void answersTheBetaFormOfTheLegacyPing() {
        String answer = PlainClient.legacyPing(proxy.port(), LEGACY);

        assertThat(answer.split("§", -1)).hasSize(3).startsWith("Text of the proxy");
    }

    @Test
    void answersTheLegacyPingOfVersion14() {
        String answer = PlainClient.legacyPing(proxy.port(), LEGACY, (byte) 0x01);

        assertThat(answer.split("\0", -1)).hasSize(6).startsWith("§1").contains("Text of the proxy");
    }

    @Test
    void answersTheLegacyPingOfVersion16ForItsHost() {
        byte[] payload = new Bytes()
                .raw((byte) 74)
                .legacyString("down.test")
                .i32(proxy.port())
                .toArray();
        byte[] question = new Bytes()
                .raw(LEGACY, (byte) 0x01, (byte) 0xFA)
                .legacyString("MC|PingHost")
                .u16(payload.length)
                .raw(payload)
                .toArray();

        String answer = PlainClient.legacyPing(proxy.port(), question);

        assertThat(answer.split("\0", -1)).hasSize(6).startsWith("§1").contains("Down for an hour");
    }
}
