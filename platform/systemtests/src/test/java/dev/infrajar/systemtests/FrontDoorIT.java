// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.plugin.sample.GuestList;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.TestPlugin;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes the front door whole, and what does not pass. */
class FrontDoorIT {
    private static final String HOST = "modded.test";

    /** What pingers send that belong to no version. */
    private static final int NO_VERSION = -1;

    private static final String MEMBERS = """
            , "forgeData": {"channels": [{"res": "a:b", "version": "1", "required": true}], "fmlNetworkVersion": 3},
            "modinfo": {"type": "FML", "modList": []}, "enforcesSecureChat": true, "unheardOf": [1, null, "\\u00e9"]""";

    /** Bytes; a client may send 64 KiB before its login is over. */
    private static final int HUGE = 70_000;

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static PlainBackend backend;
    static Workspace workspace;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) {
        backend = PlainBackend.startSaying("Text of the backend", MEMBERS);
        workspace = Workspace.in(directory, "[status_cache]\nttl = \"0s\"\n");
        workspace.server("modded", """
                domains = ["%s", "*.long.test"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(HOST, backend.port()));
        workspace.server("renamed", """
                domains = ["renamed.test"]
                addresses = ["127.0.0.1:%d"]

                [motd.online]
                text = "Text of the server file"
                """.formatted(backend.port()));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {PlainClient.PROTOCOL, NO_VERSION})
    void membersThatOnlyModdedClientsKnowReachThePinger(int protocol) {
        assertHasAllMembers(PlainClient.status(proxy.port(), HOST, protocol));
        assertHasAllMembers(PlainClient.status(proxy.port(), "renamed.test", protocol));
    }

    @Test
    void pingOfNoVersionReachesTheBackendAsItIs() {
        JsonObject answer = PlainClient.status(proxy.port(), HOST, NO_VERSION);

        // The backend says the number it was asked with.
        assertThat(answer.getAsJsonObject("version").get("protocol").getAsInt()).isEqualTo(NO_VERSION);
        assertThat(answer.getAsJsonObject("players").get("online").getAsInt()).isEqualTo(3);
    }

    @Test
    void samplePlayersOfAPluginReachThePinger() {
        Plugins plugins = new Plugins(proxy, workspace);

        plugins.deploy(TestPlugin.jar(GuestList.class));

        await("the guest of the plugin").atMost(ChildProcess.PATIENCE).until(() -> sample().contains(GuestList.GUEST));
        assertHasAllMembers(PlainClient.status(proxy.port(), HOST));
    }

    @Test
    void pingerThatHasClosedItsSideGetsItsPongAlthoughTheAnswerComesLater() {
        long token = 0x0BAD_CAFE_F00DL;
        byte[] all = new Bytes()
                .raw(Bytes.handshake(PlainClient.PROTOCOL, HOST, proxy.port(), 1))
                .raw(new Bytes().varInt(0).frame())
                .raw(new Bytes().varInt(1).i64(token).frame())
                .toArray();

        try (var pinger = PlainClient.connect(proxy.port()).send(all).endOutput()) {
            assertThat(pinger.readMotd()).isEqualTo("Text of the backend");
            pinger.readPong(token);
            pinger.awaitClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"|FML3|", "|FORGE"})
    void hostOfAllCharactersItMayHaveAndAMarkerBehindItPasses(String readable) {
        // Three bytes each: with the rest some 800 of the 1024 that a handshake may have.
        String marker = readable.replace('|', '\0');
        String host = "\u6c49".repeat(255 - ".long.test".length()) + ".long.test" + marker;
        String name = "Long" + marker.length();

        try (var player = PlainClient.join(proxy.port(), host, name)) {
            assertThat(player.echo("in")).isEqualTo("in");
            assertThat(backend.awaitArrival(name).host()).isEqualTo(host);
        }
    }

    @Test
    void handshakeAndLoginStartThatClaimTooMuchAreClosedBeforeTheyHaveSentIt() {
        try (var shaker = PlainClient.connect(proxy.port())
                        .send(new Bytes().varInt(1025).varInt(0).toArray());
                var player = PlainClient.connect(proxy.port())
                        .send(Bytes.handshake(PlainClient.PROTOCOL, HOST, proxy.port(), 2))
                        .send(new Bytes().varInt(HUGE).varInt(0).toArray())) {
            shaker.awaitClosed();
            player.awaitClosed();
        }
    }

    private static void assertHasAllMembers(JsonObject answer) {
        JsonObject members =
                JsonParser.parseString("{\"first\": 0" + MEMBERS + "}").getAsJsonObject();
        members.remove("first");
        assertThat(answer.entrySet()).containsAll(members.entrySet());
    }

    private static String sample() {
        return String.valueOf(PlainClient.status(proxy.port(), HOST)
                .getAsJsonObject("players")
                .get("sample"));
    }
}
