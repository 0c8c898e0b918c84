// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.plain.SilentBackend;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Players of {@code client_only} who are not let in read why, and those of {@code offline} throw nobody out. */
class ClientOnlyRefusalsIT {
    /** 1.19.2 answers the encryption request in a form of its own. */
    private static final List<String> VERSIONS = List.of("1.8.8", "1.19.2", "1.20.4", "26.1");

    private static final String ONE_PLACE = "one.test";

    /** A server that asks the proxy for a proof that only the player could give. */
    private static final String ONLINE = "1.20.4@online";

    private static final String UNREACHABLE = "The session servers cannot be reached";

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Game game;
    static SilentBackend silent;
    static Proxy proxy;
    static Proxy withoutSessionServer;
    static Proxy withSilentSessionServer;

    @BeforeAll
    static void startAll(@TempDir Path directory) {
        List<String> all = Stream.concat(VERSIONS.stream(), Stream.of(ONLINE)).toList();
        game = Game.start(CHILDREN, all);
        silent = SilentBackend.start();
        Workspace good = game.workspace(directory.resolve("good"), all, "");
        good.server("one-place", """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "client_only"
                max_players = 1
                """.formatted(ONE_PLACE, game.servers().port(VERSIONS.getFirst())));
        proxy = Proxy.start(CHILDREN, good);
        withoutSessionServer = Proxy.start(CHILDREN, workspace(directory.resolve("none"), Ports.free()));
        withSilentSessionServer = Proxy.start(CHILDREN, workspace(directory.resolve("silent"), silent.port()));
    }

    @AfterAll
    static void stopServers() {
        silent.close();
        game.close();
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerReadsThatTheSessionServerIsDown(String version) {
        Player player = game.join(withoutSessionServer, "Early", version, Game.CLIENT_ONLY);

        assertThat(player.awaitKicked()).contains(UNREACHABLE);
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerReadsThatTheSessionServerIsTooSlow(String version) {
        Player player = game.join(withSilentSessionServer, "Patient", version, Game.CLIENT_ONLY);

        assertThat(player.awaitKicked()).contains(UNREACHABLE);
    }

    /** The session server says so with a 204. */
    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerReadsThatTheLoginIsNotKnown(String version) {
        Player player = game.client().join("Unknown", version, Game.host(version, Game.CLIENT_ONLY), proxy.port());

        assertThat(player.awaitKicked()).contains("You are not logged in with a valid session");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void playerWhoseClientGetsTheTokenWrongReadsSo(String version) {
        Player player = game.client()
                .joinWithWrongToken(
                        "Wrong",
                        game.accounts().account("Wrong"),
                        version,
                        Game.host(version, Game.CLIENT_ONLY),
                        proxy.port());

        assertThat(player.awaitKicked()).contains("The encryption of your connection failed");
    }

    @ParameterizedTest
    @CsvSource({"client_only, Backend refused connection", "offline, The backend is in online mode"})
    void playerReadsThatABackendInOnlineModeRefuses(String mode, String text) {
        Player player = game.join(proxy, "Asked", ONLINE, mode);

        assertThat(player.awaitKicked()).contains(text);
        proxy.process()
                .awaitLine("why", line -> line.contains("Asked") && line.contains("the backend is in online mode"));
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void secondLoginOfAnAccountReplacesTheFirst(String version) {
        Player first = game.join(proxy, "Twice", version, Game.CLIENT_ONLY);
        first.awaitSpawned();

        Player second = game.join(proxy, "Twice", version, Game.CLIENT_ONLY);

        assertThat(first.awaitKicked()).contains("You logged in from another location");
        second.awaitSpawned();
        second.leave();
    }

    @RepeatedTest(6)
    void secondLoginOfAnAccountTakesThePlaceOfTheFirstOnAFullServer() {
        Player first = joinOnePlace();
        first.awaitSpawned();

        Player second = joinOnePlace();

        assertThat(first.awaitKicked()).contains("You logged in from another location");
        second.awaitSpawned();
        second.leave();
    }

    private Player joinOnePlace() {
        return game.client()
                .join("Only", game.accounts().account("Only"), VERSIONS.getFirst(), ONE_PLACE, proxy.port());
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void claimedNameThrowsNobodyOut(String version) {
        Player real = game.join(proxy, "Wanted", version, Game.CLIENT_ONLY);
        real.awaitSpawned();
        Player claimed = game.join(proxy, "Wanted", version, Game.OFFLINE);
        claimed.awaitSpawned();
        Player again = game.join(proxy, "Wanted", version, Game.OFFLINE);
        again.awaitSpawned();

        real.say("still here");
        claimed.say("here too");

        again.awaitChat("<Wanted> still here");
        again.awaitChat("<Wanted> here too");
        List.of(real, claimed, again).forEach(Player::leave);
    }

    private static Workspace workspace(Path directory, int sessionServer) {
        Workspace workspace = Workspace.in(directory, """
                [auth]
                session_url = "http://127.0.0.1:%d/hasJoined"
                deadline = "1s"
                """.formatted(sessionServer));
        VERSIONS.forEach(version -> workspace.server(version, """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "client_only"
                """.formatted(
                        Game.host(version, Game.CLIENT_ONLY), game.servers().port(version))));
        return workspace;
    }
}
