// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.systemtests.node.Payload;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Build;
import dev.infrajar.systemtests.proxy.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Players call the proxy's commands, and those of the server reach the server. */
class ProxyCommandsIT {
    /** At least one for each way to type a command, and each form of the command tree. */
    private static final List<String> VERSIONS = List.of(
            "1.7.10", "1.8.8", "1.12.2", "1.13.2", "1.16.5", "1.19", "1.19.2", "1.19.4", "1.20.4", "1.21.1", "1.21.11",
            "26.1");

    private static final String ADMIN = "Boss";
    private static final String OTHER_ADMIN = "OtherBoss";

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        game = Game.start(CHILDREN, VERSIONS);
        String settings = """
                [permissions]
                admins = ["%s", "%s"]
                player_commands = ["help", "version", "list", "find"]
                """.formatted(game.accounts().account(ADMIN).uuid(), OTHER_ADMIN);
        proxy = Proxy.start(CHILDREN, game.workspace(directory, VERSIONS, settings));
    }

    @AfterAll
    static void stopAccounts() {
        game.close();
    }

    static Stream<String> versionsWithTrees() {
        return VERSIONS.stream().skip(VERSIONS.indexOf("1.13.2"));
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerCallsWhatIsOpenAndTheServerGetsTheRest(String version) {
        String name = "Open" + version.replace('.', '_');
        Player player = join(name, version, Game.OFFLINE);

        player.say("/ir version");
        player.awaitChat("Infrajar " + Build.version());
        player.say("/infrarust list");
        player.awaitChat(VERSIONS.size() * 3 + " servers");
        player.say("/ir find " + name);
        player.awaitChat(name + " is on " + Game.id(version, Game.OFFLINE));
        player.say("/ir help");
        player.awaitChat("find <player>");
        player.say("/ir nonsense");
        player.awaitChat("There is no 'nonsense'");
        player.say("/weather clear");
        player.say("/irrelevant");

        game.servers().awaitChat(version, name, "/irrelevant");
        assertThat(game.servers().chat(version, name)).containsExactly("/weather clear", "/irrelevant");
        player.leave();
    }

    /** Names count for accounts alone: anybody can be called Boss in offline mode. */
    @ParameterizedTest
    @ValueSource(strings = {"kick Boss", "broadcast hello", "plugins", "plugin x", "reload"})
    void playerMayNotCallWhatIsForAdministrators(String command) {
        Player player = join(OTHER_ADMIN, "1.16.5", Game.OFFLINE);

        player.say("/ir " + command);

        player.awaitChat("You don't have permission.");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADMIN, OTHER_ADMIN})
    void administratorCallsEverything(String admin) {
        Player boss = join(admin, "1.20.4", Game.CLIENT_ONLY);
        Player victim = join("Victim" + admin.length(), "1.8.8", Game.CLIENT_ONLY);
        Player witness = join("Witness" + admin.length(), "26.1", Game.OFFLINE);

        boss.say("/ir broadcast &aDinner is ready");
        victim.awaitChat("Dinner is ready");
        witness.awaitChat("Dinner is ready");
        boss.awaitChat("Sent to ");
        boss.say("/ir broadcast Only here --server " + Game.id("1.8.8", Game.CLIENT_ONLY));
        victim.awaitChat("Only here");
        boss.awaitChat("Sent to 1 player.");
        boss.say("/ir kick Victim" + admin.length() + " no elbows on the table");
        assertThat(victim.awaitKicked()).contains("no elbows on the table");
        boss.say("/ir kick Witness" + admin.length());
        assertThat(witness.awaitKicked()).contains("Kicked by proxy");
        assertThat(witness.chat()).noneMatch(text -> text.contains("Only here"));
        boss.say("/ir plugins");
        boss.awaitChat("CALLS");
        boss.say("/ir reload");
        boss.awaitChat("nothing has changed");
        boss.leave();
    }

    @ParameterizedTest
    @MethodSource("versionsWithTrees")
    void treeOfTheServerGrowsThosePartsThatThePlayerMayCall(String version) {
        Player player = join("Tree" + version.replace('.', '_'), version, Game.OFFLINE);
        Player boss = join(ADMIN, version, Game.CLIENT_ONLY);

        List<String> common = List.of(
                "weather",
                "weather clear",
                "infrarust",
                "infrarust version",
                "ir",
                "ir help",
                "ir list",
                "ir find <player>");
        assertThat(commands(player)).containsAll(common).doesNotContain("ir kick", "ir kick <player>");
        assertThat(commands(boss)).containsAll(common).contains("ir kick <player> <reason>", "infrarust reload");
        player.leave();
        boss.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7.10", "1.8.8", "1.12.2", "1.13.2", "26.1"})
    void proxyCompletesItsOwnCommandsAndTheServerOthers(String version) {
        String name = "Tab" + version.replace('.', '_');
        Player player = join(name, version, Game.OFFLINE);

        player.write("tab_complete", completing("/ir "));
        assertThat(player.awaitPacket("tab_complete", "version"))
                .contains("\"help\"", "\"list\"", "\"find\"")
                .doesNotContain("kick", "weather");
        player.write("tab_complete", completing("/ir find T"));
        player.awaitPacket("tab_complete", "\"" + name + "\"");
        player.write("tab_complete", completing("/weat"));
        player.awaitPacket("tab_complete", "weather\"");

        game.servers().awaitCompletion(version, name, "/weat");
        assertThat(game.servers().completions(version, name)).containsExactly("/weat");
        player.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.19.4", "1.20.4"})
    void commandWithSignedArgumentsIsTakenOutOrPassedWhole(String version) {
        callSigned("chat_command", version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.21.1", "1.21.11", "26.1"})
    void signedCommandIsTakenOutOrPassedWhole(String version) {
        callSigned("chat_command_signed", version);
    }

    @Test
    void serverOfAForwardingModeGetsEverything() {
        Player player = join("Forwarded", "1.20.4", Game.PASSTHROUGH);

        player.say("/ir version");

        game.servers().awaitChat("1.20.4", "Forwarded", "/ir version");
        assertThat(commands(player)).containsExactly("weather", "weather clear");
        player.leave();
    }

    private static void callSigned(String kind, String version) {
        String name = "Signs" + version.replace('.', '_');
        Player player = join(name, version, Game.OFFLINE);

        player.write(kind, signed("ir version", "x"));
        player.awaitChat("Infrajar " + Build.version());
        player.write(kind, signed("msg Steve hello", "message"));

        assertThat(game.servers().awaitSignatures(version, name, "/msg Steve hello"))
                .contains("\"message\"", Payload.digest(new byte[256]));
        assertThat(game.servers().chat(version, name)).containsExactly("/msg Steve hello");
        player.leave();
    }

    private static Player join(String name, String version, String mode) {
        Player player = game.join(proxy, name, version, mode);
        player.awaitSpawned();
        return player;
    }

    /** The forms of all versions since 1.19.3. */
    private static JsonObject signed(String command, String argument) {
        JsonObject signature = new JsonObject();
        signature.addProperty("argumentName", argument);
        signature.addProperty("signature", bytes(256));
        JsonArray signatures = new JsonArray();
        signatures.add(signature);
        JsonObject fields = new JsonObject();
        fields.addProperty("command", command);
        fields.addProperty("timestamp", 0);
        fields.addProperty("salt", 0);
        fields.add("argumentSignatures", signatures);
        fields.addProperty("messageCount", 0);
        fields.addProperty("acknowledged", bytes(3));
        fields.addProperty("checksum", 0);
        return fields;
    }

    private static String bytes(int count) {
        return "base64:" + Base64.getEncoder().encodeToString(new byte[count]);
    }

    /** The forms of all versions. */
    private static JsonObject completing(String text) {
        JsonObject fields = new JsonObject();
        fields.addProperty("transactionId", 7);
        fields.addProperty("text", text);
        fields.addProperty("assumeCommand", false);
        return fields;
    }

    /** What the command tree of a player offers, arguments in angle brackets. */
    private static List<String> commands(Player player) {
        JsonObject tree = JsonParser.parseString(player.awaitPacket("declare_commands", "weather"))
                .getAsJsonObject();
        List<String> commands = new ArrayList<>();
        addChildren(tree.getAsJsonArray("nodes"), tree.get("rootIndex").getAsInt(), "", commands);
        return commands;
    }

    private static void addChildren(JsonArray nodes, int parent, String path, List<String> commands) {
        for (JsonElement child : nodes.get(parent).getAsJsonObject().getAsJsonArray("children")) {
            JsonObject node = nodes.get(child.getAsInt()).getAsJsonObject();
            JsonObject about = node.getAsJsonObject("extraNodeData");
            String name = about.get("name").getAsString();
            String word = path + (about.has("parser") ? "<" + name + ">" : name);
            commands.add(word);
            int next = node.has("redirectNode") ? node.get("redirectNode").getAsInt() : child.getAsInt();
            addChildren(nodes, next, word + " ", commands);
        }
    }
}
