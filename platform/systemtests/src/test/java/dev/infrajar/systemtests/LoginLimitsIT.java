// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.AskingBackend;
import dev.infrajar.systemtests.plain.Bytes;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login at a backend may take where the proxy sees packets: relayed, or done by the proxy. */
class LoginLimitsIT {
    private static final String LATE = "The login could not be completed, please try again";
    private static final int PLUGIN_RESPONSE = 2;

    @RegisterExtension
    static final Children CHILDREN = Children.ofClass();

    static AskingBackend backend;
    static Proxy proxy;

    @BeforeAll
    static void start(@TempDir Path directory) {
        backend = AskingBackend.start();
        var workspace = Workspace.in(directory, "login_timeout = \"3s\"\n");
        workspace.server("relayed", server("relayed", "none"));
        workspace.server("done", server("done", "velocity"));
        proxy = Proxy.start(CHILDREN, workspace);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static String server(String name, String forwarding) {
        return """
                domains = ["%s.test"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "offline"
                forwarding_mode = "%s"
                """.formatted(name, backend.port(), forwarding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relayed", "done"})
    void answerToABackendMayBeAsLargeAsALoginPluginMessage(String way) {
        try (var player = PlainClient.join(proxy.port(), way + ".test", "Modded_" + way)) {
            player.awaitPacket(4);
            player.send(new Bytes()
                    .varInt(PLUGIN_RESPONSE)
                    .varInt(AskingBackend.QUESTION)
                    .raw((byte) 1)
                    .raw(new byte[200_000])
                    .frame());

            assertThat(backend.awaitAnswer("Modded_" + way)).isEqualTo(200_000);
        }
    }

    @Test
    void playerReadsThatARelayedLoginTakesTooLong() {
        try (var player = PlainClient.join(proxy.port(), "relayed.test", "Patient")) {
            player.awaitPacket(4);
            assertThat(player.awaitRefusal()).isEqualTo(LATE);
        }
    }

    @Test
    void loginThatTheProxyDoesTakesNoLongerThanAllowed() {
        try (var player = PlainClient.join(proxy.port(), "done.test", "Waiting")) {
            player.awaitPacket(4);
            assertThat(player.awaitRefusal()).isEqualTo(LATE);
        }
    }

    @Test
    void whatABackendSendsAmissIsCounted() {
        try (var player = PlainClient.join(proxy.port(), "done.test", "Bombed_bomb")) {
            assertThat(player.awaitRefusal()).isEqualTo("Backend refused connection");
        }
        proxy.process().type("rejected");
        proxy.process().awaitLine("the count", line -> line.contains("backend: packet too large during the login"));
    }
}
