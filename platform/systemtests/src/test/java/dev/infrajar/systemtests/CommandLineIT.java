// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Build;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's own arguments, and how it finds a JDK. */
class CommandLineIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final Workspace workspace;

    CommandLineIT(@TempDir Path directory) {
        this.directory = directory;
        this.workspace = Workspace.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void versionIsPrinted(String flag) {
        Run run = Run.of(children, workspace, flag);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains(Build.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpNamesEveryFlag(String flag) {
        Run run = Run.of(children, workspace, flag);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("--config", "--bind", "--log-level", "--plugins-dir", "--version", "--help", "check");
    }

    @Test
    void unknownFlagIsRefused() {
        Run run = Run.of(children, workspace, "--servers-dir", "servers");

        assertThat(run.exitCode()).as(run.output()).isNotZero();
        assertThat(run.output()).contains("--servers-dir");
    }

    @Test
    void oneLineSaysWhereItListens() {
        Proxy proxy = Proxy.start(children, workspace);

        proxy.process().awaitLine("where it listens", line -> line.contains("127.0.0.1:" + proxy.port()));
    }

    @Test
    void bindOnTheCommandLineWins() {
        int port = Ports.free();

        Proxy proxy =
                Proxy.start(children, Installation.shared().command(directory, "--bind", "127.0.0.1:" + port), port);

        assertThat(proxy.isListening()).isTrue();
        assertThat(Proxy.isOpen(workspace.port())).isFalse();
    }

    @Test
    void configurationMayLieElsewhereAndPathsStayRelativeToTheWorkingDirectory() throws IOException {
        Files.createDirectories(directory.resolve("conf"));
        Files.move(directory.resolve("infrarust.toml"), directory.resolve("conf/proxy.toml"));
        workspace.server("here", """
                domains = ["here.test"]
                addresses = ["127.0.0.1:1"]
                disconnect_message = "Found"
                """);

        Proxy proxy = Proxy.start(children, workspace, "-c", "conf/proxy.toml", "-l", "debug");

        try (var player = PlainClient.join(proxy.port(), "here.test", "Steve")) {
            assertThat(player.awaitRefusal()).isEqualTo("Found");
        }
    }

    @Test
    void jdkIsFoundOnThePathPastAnOldJavaHome() throws IOException {
        Path old = oldJdk();
        ProcessBuilder command = Installation.shared().command(directory, "-V");
        command.environment().remove("INFRAJAR_JAVA_HOME");
        command.environment().put("JAVA_HOME", old.toString());
        command.environment().put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");

        Run run = Run.of(children, command);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains(Build.version());
    }

    /** A JDK that is too old, by its release file, and fails when it is started nevertheless. */
    private Path oldJdk() throws IOException {
        Path home = directory.resolve("jdk-17");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started the old java\nexit 99\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.12\"\n");
        return home;
    }
}
