// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Signals;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bans at the console and in their file, as players and operators meet them. */
class BansIT {
    private static final String HOST = "play.test";
    private static final int READ_LIMIT_MS = 20_000;

    @RegisterExtension
    final Children children = Children.ofTest();

    private final PlainBackend backend = PlainBackend.start("behind the bans");
    private final Path directory;

    BansIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private Workspace workspace(String settings) {
        return Workspace.in(directory, settings).server("play", """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                """.formatted(HOST, backend.port()));
    }

    private Proxy start() {
        return Proxy.start(children, workspace(""));
    }

    /** Types a command and waits for a line that only its answer has. */
    private static void order(Proxy proxy, String command, String answer) {
        proxy.process().type(command);
        proxy.process().awaitLine(answer, line -> line.contains(answer));
    }

    private static String refusal(Proxy proxy, String name) {
        try (var player = PlainClient.join(proxy.port(), HOST, name)) {
            return player.awaitRefusal();
        }
    }

    private static boolean isAdmitted(Proxy proxy, String name) {
        try (var player = PlainClient.join(proxy.port(), HOST, name)) {
            return player.echo("in").equals("in");
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    private static void awaitAdmitted(Proxy proxy, String name) {
        await(name + " is let in").atMost(ChildProcess.PATIENCE).until(() -> isAdmitted(proxy, name));
    }

    /** Whether a client at an address of this machine gets an answer to its ping. */
    private static boolean isServed(Proxy proxy, String from) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port(), InetAddress.ofLiteral(from), 0)) {
            socket.setSoTimeout(READ_LIMIT_MS);
            socket.getOutputStream()
                    .write(new Bytes()
                            .raw(Bytes.handshake(PlainClient.PROTOCOL, HOST, proxy.port(), 1))
                            .raw(new Bytes().varInt(0).frame())
                            .toArray());
            return socket.getInputStream().read() != -1;
        } catch (SocketException closed) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private JsonObject banFile(String name) {
        try {
            return JsonParser.parseString(Files.readString(directory.resolve(name)))
                    .getAsJsonObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> audit(String name) {
        return banFile(name).getAsJsonArray("audit_log").asList().stream()
                .map(entry -> entry.getAsJsonObject().get("action").getAsString())
                .toList();
    }

    @Test
    void realPlayersReadWhyAndForHowLong() {
        Proxy proxy = start();
        NodeClient client = NodeClient.start(children);
        order(proxy, "ban Griefer 7d griefing the spawn", "Griefer is banned for 7 days");
        order(proxy, "ban Cheater", "Cheater is banned permanently");

        for (String version : List.of("1.8.8", "1.20.4", "26.1")) {
            assertThat(client.join("gRIEFER", version, HOST, proxy.port()).awaitKicked())
                    .contains("griefing the spawn")
                    .contains("7 days");
            assertThat(client.join("Cheater", version, HOST, proxy.port()).awaitKicked())
                    .contains("Banned by administrator")
                    .contains("permanent");
        }
        assertThat(isAdmitted(proxy, "Honest")).isTrue();
    }

    @Test
    void realPlayerIsKnownByItsUuid() {
        Proxy proxy = start();
        NodeClient client = NodeClient.start(children);
        // What this client claims in its login start: the UUID of offline mode.
        UUID uuid = UUID.nameUUIDFromBytes("OfflinePlayer:Renamed".getBytes(StandardCharsets.UTF_8));
        order(proxy, "ban " + uuid + " 2h30m another name", uuid + " is banned for 2 hours 30 minutes");

        assertThat(client.join("Renamed", "1.20.4", HOST, proxy.port()).awaitKicked())
                .contains("another name");
        assertThat(isAdmitted(proxy, "Renamed"))
                .as("a client that claims no UUID")
                .isTrue();
    }

    /** Neither is the UUID that the client claims: the old one claims none, the new one another than its account's. */
    @ParameterizedTest(name = "{0} through {1}")
    @CsvSource({"1.8.8, offline", "1.20.4, client_only"})
    void interceptedPlayerIsDroppedByTheUuidThatTheProxyGaveAndReadsWhy(String version, String mode) {
        try (Game game = Game.start(children, List.of(version))) {
            Proxy proxy = Proxy.start(children, game.workspace(directory, List.of(version), ""));
            UUID uuid = mode.equals(Game.CLIENT_ONLY)
                    ? game.accounts().account("Steve").uuid()
                    : UUID.nameUUIDFromBytes("OfflinePlayer:Steve".getBytes(StandardCharsets.UTF_8));
            Player player = game.join(proxy, "Steve", version, mode);
            player.awaitSpawned();

            order(proxy, "ban " + uuid + " 1d swearing", "1 player was dropped.");

            assertThat(player.awaitKicked()).contains("swearing").contains("24 hours");
            assertThat(game.join(proxy, "Steve", version, mode).awaitKicked()).contains("swearing");
        }
    }

    @Test
    void bannedAddressIsClosedWithoutAWord() {
        Proxy proxy = start();
        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("behind the bans");

        order(proxy, "ban-ip 127.0.0.1 botnet", "127.0.0.1 is banned permanently");

        try (var silent = PlainClient.connect(proxy.port())) {
            silent.awaitClosed();
        }
        assertThat(isServed(proxy, "127.0.0.1")).isFalse();
        assertThat(isServed(proxy, "127.0.0.2")).isTrue();
        order(proxy, "pardonip 127.0.0.1", "127.0.0.1 is no longer banned");
        assertThat(PlainClient.motd(proxy.port(), HOST)).isEqualTo("behind the bans");
    }

    @Test
    void bannedBlockKeepsItsAddressesOutAndNoOthers() {
        Proxy proxy = start();

        order(proxy, "ban-ip 127.0.0.2/31", "127.0.0.2/31 is banned");
        order(proxy, "banip 127.7.0.0/16 1h", "127.7.0.0/16 is banned");

        assertThat(isServed(proxy, "127.0.0.2")).isFalse();
        assertThat(isServed(proxy, "127.0.0.3")).isFalse();
        assertThat(isServed(proxy, "127.7.8.9")).isFalse();
        assertThat(isServed(proxy, "127.0.0.4")).isTrue();
        assertThat(isAdmitted(proxy, "Neighbour")).isTrue();
    }

    @Test
    void playerOnlineIsDroppedAndReadsTheTextWhenItReturns() {
        Proxy proxy = start();
        try (var player = PlainClient.join(proxy.port(), HOST, "Steve");
                var other = PlainClient.join(proxy.port(), HOST, "Alex")) {
            assertThat(player.echo("in")).isEqualTo("in");
            assertThat(other.echo("in")).isEqualTo("in");

            order(proxy, "ban steve 1d swearing", "1 player was dropped.");

            player.awaitClosed();
            assertThat(other.echo("still in")).isEqualTo("still in");
            assertThat(refusal(proxy, "Steve")).isEqualTo("swearing\n\nTime left: 24 hours");

            order(proxy, "ban-ip 127.0.0.0/8", "127.0.0.0/8 is banned");
            other.awaitClosed();
        }
    }

    @Test
    void banEndsByItself() {
        Proxy proxy = Proxy.start(children, workspace("""
                [ban]
                purge_interval = "1s"
                """));

        order(proxy, "ban Steve 2s", "Steve is banned for 1 minute, until ");

        awaitAdmitted(proxy, "Steve");
        await("the file is purged").atMost(ChildProcess.PATIENCE).until(() -> audit("bans.json")
                .equals(List.of("ban", "expired")));
        assertThat(banFile("bans.json").getAsJsonArray("bans")).isEmpty();
    }

    @Test
    void unbannedPlayerIsLetIn() {
        Proxy proxy = start();
        order(proxy, "ban Steve cheating", "Steve is banned permanently: cheating");
        assertThat(refusal(proxy, "Steve")).isEqualTo("cheating\n\nThis ban is permanent.");

        order(proxy, "pardon steve", "steve is no longer banned.");

        assertThat(isAdmitted(proxy, "Steve")).isTrue();
        order(proxy, "unban Steve", "Steve is not banned.");
    }

    @Test
    void bansSurviveTheKillThatFollowsTheAnswer() {
        Workspace workspace = workspace("");
        Proxy killed = Proxy.start(children, workspace);
        order(killed, "ban Steve 7d griefing", "Steve is banned for 7 days");
        order(killed, "ban Alex", "Alex is banned permanently");
        order(killed, "unban Alex", "Alex is no longer banned");
        Signals.send("KILL", killed.process().handle());
        killed.process().awaitExit(ChildProcess.PATIENCE);

        Proxy proxy = Proxy.start(children, workspace);

        assertThat(refusal(proxy, "Steve")).startsWith("griefing\n\n");
        assertThat(isAdmitted(proxy, "Alex")).isTrue();
    }

    @Test
    void corruptFileIsSetAsideAndReported() throws IOException {
        Workspace workspace = workspace("").write("bans.json", "{\"bans\": [{\"target\"");

        Proxy proxy = Proxy.start(children, workspace);

        proxy.process()
                .awaitLine(
                        "what is wrong and where",
                        line -> line.contains("bans.json is corrupt")
                                && line.contains("line 1")
                                && line.contains("ERROR"));
        order(proxy, "ban Steve", "Steve is banned permanently");
        assertThat(banFile("bans.json").getAsJsonArray("bans")).hasSize(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("bans.json.corrupt-")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("{\"bans\": [{\"target\""));
        }
    }

    @Test
    void editByHandTakesEffectWhileTheProxyRuns() {
        Workspace workspace = workspace("");
        Proxy proxy = Proxy.start(children, workspace);
        order(proxy, "ban Steve", "Steve is banned permanently");

        try (var player = PlainClient.join(proxy.port(), HOST, "Alex")) {
            assertThat(player.echo("in")).isEqualTo("in");
            workspace.write("bans.json", """
                    {"bans": [{"target": {"type": "username", "value": "Alex"}, "reason": "by hand"}]}""");
            player.awaitClosed();
        }

        assertThat(refusal(proxy, "Alex")).isEqualTo("by hand\n\nThis ban is permanent.");
        assertThat(isAdmitted(proxy, "Steve")).isTrue();
    }

    @Test
    void operatorSeesAllBans() {
        Proxy proxy = start();
        order(proxy, "ban Steve 7d griefing", "Steve is banned for 7 days");
        order(proxy, "ban-ip 2001:db8::/32", "2001:db8::/32 is banned");

        proxy.process().type("banlist");
        proxy.process().awaitLine("the number", line -> line.endsWith("2 bans"));
        assertThat(proxy.process().lines())
                .anyMatch(line -> line.matches(".*Steve +username +7 days +griefing +console"))
                .anyMatch(line -> line.matches(".*2001:db8::/32 +ip +permanent +- +console"));

        order(proxy, "baninfo 2001:db8:1::5", "Target:    2001:db8::/32 (ip)");
        order(proxy, "baninfo STEVE", "Reason:    griefing");
        order(proxy, "baninfo Alex", "Alex is not banned.");
        order(proxy, "ban 127.0.0.1", "Usage: ban ");
    }

    @Test
    void keysOfTheTableHaveTheirEffect() {
        Proxy proxy = Proxy.start(children, workspace("""
                [ban]
                file = "who/is/banned.json"
                enable_audit_log = false
                """));
        order(proxy, "ban Steve", "NOT SAVED: ");
        assertThat(refusal(proxy, "Steve")).startsWith("Banned by administrator");

        assertThat(directory.resolve("who/is").toFile().mkdirs()).isTrue();
        order(proxy, "ban Alex", "Alex is banned permanently");

        assertThat(banFile("who/is/banned.json").getAsJsonArray("bans")).hasSize(2);
        assertThat(audit("who/is/banned.json")).isEmpty();
        assertThat(directory.resolve("bans.json")).doesNotExist();
    }

    @Test
    void anotherFileIsUsedAfterReloadIfItCanBe() {
        Workspace workspace = workspace("");
        Proxy proxy = Proxy.start(children, workspace);
        order(proxy, "ban Steve", "Steve is banned permanently");
        workspace.write("broken.json", "[]").write("other.json", """
                {"bans": [{"target": {"Username": "Alex"}, "reason": "from the other file"}]}""");

        settings(workspace, "[ban]\nfile = \"broken.json\"\n");
        order(proxy, "reload", "broken.json is not a ban file");
        assertThat(refusal(proxy, "Steve")).startsWith("Banned by administrator");

        settings(workspace, "[ban]\nfile = \"other.json\"\n");
        proxy.process().type("reload");
        await("the other file is in force")
                .atMost(ChildProcess.PATIENCE)
                .until(() -> !isAdmitted(proxy, "Alex") && isAdmitted(proxy, "Steve"));
    }

    private static void settings(Workspace workspace, String settings) {
        workspace.write("infrarust.toml", """
                bind = "127.0.0.1:%d"
                servers_dir = "./servers"
                %s""".formatted(workspace.port(), settings));
    }
}
