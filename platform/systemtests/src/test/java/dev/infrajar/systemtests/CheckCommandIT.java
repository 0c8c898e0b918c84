// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that cannot be used is refused with the places that are wrong, before anything is bound. */
class CheckCommandIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final Workspace workspace;

    CheckCommandIT(@TempDir Path directory) {
        this.directory = directory;
        this.workspace = Workspace.in(directory);
        // Two lines and no table, so that a test can add keys of the top.
        workspace.write("infrarust.toml", """
                bind = "127.0.0.1:%d"
                servers_dir = "./servers"
                """.formatted(workspace.port()));
    }

    @Test
    void goodConfigurationPasses() {
        workspace.server("good", """
                domains = ["good.test"]
                addresses = ["127.0.0.1:25566"]
                """);

        Run check = Run.of(children, workspace, "check");

        assertThat(check.exitCode()).as(check.output()).isZero();
        assertThat(Proxy.isOpen(workspace.port())).isFalse();
    }

    @Test
    void everyErrorIsPrintedWithItsPlace() {
        append("""
                max_connections = "many"
                bindd = "127.0.0.1:1"
                """);
        workspace.server("one", """
                domains = ["one.test"]
                adresses = ["127.0.0.1:25566"]
                addresses = ["127.0.0.1:25566"]
                proxy_mode = "teleport"
                """);
        workspace.server("two", """
                domains = ["two.test"
                addresses = ["127.0.0.1:25566"]
                """);

        Run check = Run.of(children, workspace, "check");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertPlace(check, "infrarust.toml:3:", "max_connections");
        assertPlace(check, "infrarust.toml:4:", "bindd");
        assertPlace(check, "one.toml:2:", "adresses");
        assertPlace(check, "one.toml:4:", "proxy_mode");
        assertPlace(check, "two.toml:1:", "expected ]");
    }

    @Test
    void checkReadsTheFileThatIsNamed() {
        workspace.write("other.toml", "bind = 25565\n");

        Run check = Run.of(children, workspace, "-c", "other.toml", "check");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertPlace(check, "other.toml:1:", "bind");
    }

    @Test
    void keyWhoseBundleDoesNotExistIsRefused() {
        append("""

                [no_such_feature]
                enabled = true
                """);

        Run check = Run.of(children, workspace, "check");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertPlace(check, "infrarust.toml:4:", "no_such_feature");
    }

    @Test
    void startWithAnUnusableConfigurationEndsWithoutBinding() {
        append("max_connections = \"many\"\n");

        Run run = Run.of(children, workspace);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertPlace(run, "infrarust.toml:3:", "max_connections");
        assertThat(run.output()).doesNotContainIgnoringCase("listening");
        assertThat(Proxy.isOpen(workspace.port())).isFalse();
    }

    @Test
    void startWithoutAConfigurationNamesTheMissingFile() {
        Run run = Run.of(children, workspace, "--config", "missing.toml");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("missing.toml");
    }

    @Test
    void startWithoutAServersFolderNamesIt() throws IOException {
        Files.delete(directory.resolve("servers"));

        Run run = Run.of(children, workspace);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("servers");
    }

    @Test
    void startOnATakenPortNamesThePort() throws IOException {
        try (var taken = new ServerSocket(workspace.port(), 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of(children, workspace);

            assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
            assertThat(run.output()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void brokenServerFileIsSkippedAndTheOthersServe() {
        workspace.server("broken", "domains = [\n");
        workspace.server("good", """
                domains = ["good.test"]
                addresses = ["127.0.0.1:1"]
                disconnect_message = "Good, but down"
                """);

        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().awaitLine("the reason", line -> line.contains("broken.toml:"));
        try (var player = PlainClient.join(proxy.port(), "good.test", "Steve")) {
            assertThat(player.awaitRefusal()).isEqualTo("Good, but down");
        }
    }

    private void append(String toml) {
        try {
            Path file = directory.resolve("infrarust.toml");
            workspace.write("infrarust.toml", Files.readString(file) + toml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One line names the place with its column, and says what it is about. */
    private static void assertPlace(Run run, String place, String subject) {
        var line = Pattern.compile(Pattern.quote(place) + "[1-9]\\d*.*" + Pattern.quote(subject));
        assertThat(run.output().lines()).as(run.output()).anyMatch(line.asPredicate());
    }
}
