// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one port. */
@EnabledOnOs(OS.LINUX)
class ReusePortIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;

    ReusePortIT(@TempDir Path directory) {
        this.directory = directory;
    }

    private Workspace workspace(String name, boolean isShared) throws Exception {
        return Workspace.in(Files.createDirectory(directory.resolve(name)), """
                so_reuseport = %s
                [default_motd.online]
                text = "%s"
                """.formatted(isShared, name));
    }

    private static String motd(int port) {
        return PlainClient.motd(port, "any.test");
    }

    @Test
    void twoProcessesShareAPortAndOneGoesOnAlone() throws Exception {
        Workspace first = workspace("first", true);
        Proxy one = Proxy.start(children, first);
        assertThat(motd(first.port())).isEqualTo("first");
        String bind = "127.0.0.1:" + first.port();
        children.start(
                        "second",
                        Installation.shared().command(workspace("second", true).directory(), "--bind", bind))
                .awaitLine("the second listens too", line -> line.contains("Listening on " + bind));

        await("both answer").atMost(ChildProcess.PATIENCE).until(() -> motd(first.port())
                .equals("second"));
        await("both answer").atMost(ChildProcess.PATIENCE).until(() -> motd(first.port())
                .equals("first"));

        one.process().type("stop");
        assertThat(one.process().awaitExit(Proxy.START)).isZero();
        for (int i = 0; i < 20; i++) {
            assertThat(motd(first.port())).isEqualTo("second");
        }
    }

    @Test
    void portIsNotSharedUnlessBothWantTo() throws Exception {
        Workspace first = workspace("first", true);
        Proxy.start(children, first);

        Run second = Run.of(children, workspace("second", false), "--bind", "127.0.0.1:" + first.port());

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output()).contains("in use");
    }
}
