// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Build;
import dev.infrajar.systemtests.proxy.Plugins;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example plugins, deployed while the proxy runs, see and change what real clients and servers say to each other. */
class ExamplePluginsIT {
    /** At least one for each form that chat has had. */
    private static final List<String> VERSIONS = List.of(
            "1.8.8", "1.12.2", "1.16.5", "1.18.2", "1.19", "1.19.2", "1.19.3", "1.19.4", "1.20.4", "1.21.1", "1.21.11",
            "26.1");

    private static final Pattern COST =
            Pattern.compile("packet-counter  calls (\\d+), failures 0, .*, sees .*play serverbound position");

    private static final String REFUSED = "mind your words";

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Proxy proxy;
    static Plugins plugins;
    static String chatFilter;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        game = Game.start(CHILDREN, VERSIONS);
        Workspace workspace = game.workspace(directory, VERSIONS, "");
        proxy = Proxy.start(CHILDREN, workspace);
        plugins = new Plugins(proxy, workspace);
        plugins.deploy(Build.examplePlugin("packet-injector"));
        plugins.deploy(Build.examplePlugin("packet-counter"));
        chatFilter = plugins.deploy(Build.examplePlugin("chat-filter"));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    static Stream<Arguments> routes() {
        return Stream.concat(
                VERSIONS.stream().map(version -> Arguments.of(version, Game.OFFLINE)),
                Stream.of("1.8.8", "26.1").map(version -> Arguments.of(version, Game.CLIENT_ONLY)));
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void injectorGreetsWithATitleAndKeepsTheSkyOvercast(String version, String mode) {
        String name = name("I", version, mode);
        Player player = game.join(proxy, name, version, mode);

        player.awaitPacket(hasTitlePackets(version) ? "set_title_text" : "title", "Welcome");
        player.awaitPacket(hasTitlePackets(version) ? "set_title_subtitle" : "title", name);
        player.awaitPacket("game_state_change", "0.75");
        // One injected behind the beginning of the world, the server's of 0.125 changed, and its second one left alone.
        assertThat(player.packets("game_state_change"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("0.3000"),
                        second -> assertThat(second).contains("0.3000"),
                        third -> assertThat(third).contains("0.75"));
        player.leave();
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("routes")
    void filterRefusesSomeChatAndMasksOther(String version, String mode) {
        String name = name("F", version, mode);
        Player player = game.join(proxy, name, version, mode);
        player.awaitSpawned();

        player.say("how to dupe");
        player.awaitChat(REFUSED);
        player.say("what the heck");
        player.say("good day");
        player.say("/weather heck");

        player.awaitChat("<" + name + "> good day");
        game.servers().awaitChat(version, name, "/weather heck");
        assertThat(game.servers().chat(version, name)).containsExactly("what the ****", "good day", "/weather heck");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19.3", "1.20.4", "26.1"})
    void filterRefusesWhatItWouldMaskIfItIsSigned(String version) {
        String name = name("S", version, Game.OFFLINE);
        Player player = game.join(proxy, name, version, Game.OFFLINE);
        player.awaitSpawned();

        player.write("chat_message", signed("what the heck"));
        player.awaitChat(REFUSED);
        player.write("chat_message", signed("good day"));

        game.servers().awaitChat(version, name, "good day");
        assertThat(game.servers().chat(version, name)).containsExactly("good day");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.8", "1.20.4", "26.1"})
    void counterTellsHowFarAPlayerHasMoved(String version) {
        String name = name("C", version, Game.OFFLINE);
        Player player = game.join(proxy, name, version, Game.OFFLINE);
        player.awaitSpawned();

        IntStream.range(0, 5).forEach(step -> player.write("position", position(step)));
        player.say("arrived");
        game.servers().awaitChat(version, name, "arrived");
        proxy.process().type("plugin com.example.packet-counter");
        player.leave();

        proxy.process().awaitLine("its counts", line -> line.endsWith(name + ": 5 serverbound position"));
        long calls = proxy.process().awaitValue("its cost", ExamplePluginsIT::calls);
        assertThat(calls).isGreaterThanOrEqualTo(5);
    }

    @Test
    void filterComesAndGoesUnderALiveSession() {
        Player old = game.join(proxy, "Oldest", "1.8.8", Game.OFFLINE);
        Player player = game.join(proxy, "Newest", "26.1", Game.CLIENT_ONLY);
        old.awaitSpawned();
        player.awaitSpawned();

        plugins.undeploy(chatFilter);
        old.say("old dupe");
        player.say("new dupe");
        game.servers().awaitChat("1.8.8", "Oldest", "old dupe");
        game.servers().awaitChat("26.1", "Newest", "new dupe");

        chatFilter = plugins.deploy(Build.examplePlugin("chat-filter"));
        old.say("oldest dupe");
        player.say("newest dupe");
        old.awaitChat(REFUSED);
        player.awaitChat(REFUSED);

        old.awaitKeepAlive();
        old.leave();
        player.leave();
        assertThat(game.servers().chat("1.8.8", "Oldest")).containsExactly("old dupe");
        assertThat(game.servers().chat("26.1", "Newest")).containsExactly("new dupe");
    }

    /** Of the counter, in the answer to {@code plugin}. */
    private static Optional<Long> calls(String line) {
        Matcher cost = COST.matcher(line);
        return cost.find() ? Optional.of(Long.parseLong(cost.group(1))) : Optional.empty();
    }

    private static String name(String test, String version, String mode) {
        return test + mode.charAt(0) + version.replace('.', '_');
    }

    /** Titles were of one kind until 1.16.5. */
    private static boolean hasTitlePackets(String version) {
        return !List.of("1.8.8", "1.12.2", "1.16.5").contains(version);
    }

    /** The forms of 1.19.3 and newer. */
    private static JsonObject signed(String message) {
        JsonObject fields = new JsonObject();
        fields.addProperty("message", message);
        fields.addProperty("timestamp", 0);
        fields.addProperty("salt", 0);
        fields.addProperty("signature", "base64:" + Base64.getEncoder().encodeToString(new byte[256]));
        fields.addProperty("offset", 0);
        fields.addProperty("acknowledged", "base64:" + Base64.getEncoder().encodeToString(new byte[3]));
        fields.addProperty("checksum", 0);
        return fields;
    }

    private static JsonObject position(int step) {
        JsonObject flags = new JsonObject();
        flags.addProperty("onGround", true);
        JsonObject fields = new JsonObject();
        fields.addProperty("x", step);
        fields.addProperty("y", 64);
        fields.addProperty("z", 0);
        fields.addProperty("onGround", true);
        fields.add("flags", flags);
        return fields;
    }
}
