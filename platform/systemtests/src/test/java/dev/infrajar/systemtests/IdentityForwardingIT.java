// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.minestom.MinestomProcess;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.node.Player;
import dev.infrajar.systemtests.node.SessionServer;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that the project did not write checks who the proxy says its players are. */
class IdentityForwardingIT {
    private static final String SECRET = "a-secret-of-both";
    private static final List<String> FORWARDING = List.of("velocity", "bungeecord", "bungeeguard");

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static Map<String, MinestomProcess> backends;
    static NodeClient client;
    static SessionServer accounts;
    static Proxy proxy;

    @BeforeAll
    static void startAll(@TempDir Path directory) throws IOException {
        client = NodeClient.start(CHILDREN);
        accounts = SessionServer.start(Ports.free());
        backends = FORWARDING.stream()
                .collect(Collectors.toMap(Function.identity(), kind -> MinestomProcess.start(CHILDREN, kind, SECRET)));
        var workspace = Workspace.in(directory, "[auth]\nsession_url = \"" + accounts.hasJoinedUrl() + "\"\n");
        workspace.write("forwarding.secret", SECRET);
        for (String kind : FORWARDING) {
            addServer(workspace, kind, "offline");
            addServer(workspace, kind, "client_only");
        }
        addServer(workspace, "bungeeguard", "passthrough");
        workspace.server("untold", server("untold.test", backend("velocity").port(), "offline", "none"));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stopAccounts() {
        accounts.close();
    }

    static Stream<Arguments> routes() {
        return FORWARDING.stream()
                .flatMap(kind -> Stream.of("offline", "client_only").map(mode -> Arguments.of(kind, mode)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("routes")
    void backendKnowsThePlayerAsTheProxyDoes(String kind, String mode) {
        String name = kind.substring(0, 8) + mode.substring(0, 4);

        Player player = join(name, kind, mode);
        player.awaitSpawned();

        assertThat(backend(kind).awaitUuid(name)).isEqualTo(expected(name, mode));
        player.leave();
    }

    @Test
    void handshakeTellsWhereBytesAreRelayed() {
        Player player = join("Relayed", "bungeeguard", "passthrough");

        player.awaitSpawned();
        backend("bungeeguard").awaitJoined("Relayed");
        player.leave();
    }

    @Test
    void backendThatIsNotToldRefusesThePlayer() {
        Player player = client.join("Untold", MinestomProcess.VERSION, "untold.test", proxy.port());

        assertThat(player.awaitKicked()).isNotBlank();
    }

    private static MinestomProcess backend(String kind) {
        return Objects.requireNonNull(backends.get(kind), kind);
    }

    private static UUID expected(String name, String mode) {
        return mode.equals("offline")
                ? UUID.nameUUIDFromBytes(("OfflinePlayer:" + name).getBytes(StandardCharsets.UTF_8))
                : accounts.account(name).uuid();
    }

    private static Player join(String name, String kind, String mode) {
        String host = host(kind, mode);
        return mode.equals("client_only")
                ? client.join(name, accounts.account(name), MinestomProcess.VERSION, host, proxy.port())
                : client.join(name, MinestomProcess.VERSION, host, proxy.port());
    }

    private static void addServer(Workspace workspace, String kind, String mode) {
        workspace.server(
                kind + "-" + mode, server(host(kind, mode), backend(kind).port(), mode, kind));
    }

    private static String server(String host, int port, String mode, String forwarding) {
        return """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                forwarding_mode = "%s"
                """.formatted(host, port, mode, forwarding);
    }

    private static String host(String kind, String mode) {
        return kind + "." + mode.replace('_', '-') + ".test";
    }
}
