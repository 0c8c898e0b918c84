// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.proxy.Installation;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip in unusual places and shapes. */
class DistributionIT {
    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final PlainBackend backend = PlainBackend.start("Text of the backend");
    private final Workspace workspace;

    DistributionIT(@TempDir Path directory) {
        this.directory = directory;
        this.workspace = Workspace.in(directory.resolve("work")).server("zero", serverFile());
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void holdsWhatAnOperatorNeeds() throws IOException {
        Path home = Installation.unpack(directory.resolve("fresh")).home();

        assertThat(home.resolve("bin/infrajar")).isExecutable();
        assertThat(home.resolve("bin/infrajar-stress")).isExecutable();
        assertThat(home.resolve("infrarust.toml")).isRegularFile();
        assertThat(home.resolve("servers")).isDirectory();
        assertThat(home.resolve("plugins")).isDirectoryNotContaining("glob:**.jar");
        assertThat(home.resolve("system")).isDirectory();
    }

    @Test
    void holdsNoJarTwice() throws IOException {
        try (Stream<Path> files = Files.walk(Installation.shared().home())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void itsExampleConfigurationPassesTheCheck() {
        Installation fresh = Installation.unpack(directory.resolve("fresh"));

        Run check = Run.of(children, fresh.command(fresh.home(), "check"));

        assertThat(check.exitCode()).as(check.output()).isZero();
    }

    @Test
    void startsFromAFolderWithSpacesInItsName() {
        Installation moved = Installation.unpack(directory.resolve("a copy, elsewhere"));

        assertThatItServes(Proxy.start(children, moved, workspace));
    }

    @Test
    void startsThroughASymbolicLink() throws IOException {
        Path link = directory.resolve("infrajar");
        Files.createSymbolicLink(link, Installation.shared().launcher());
        ProcessBuilder command = Installation.shared().command(workspace.directory());
        command.command(link.toString());

        assertThatItServes(Proxy.start(children, command, workspace.port()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarder-splice", "status", "extensions", "console"})
    void letsPlayersInWithoutTheOptionalBundle(String bundle) throws IOException {
        Installation lesser = Installation.unpack(directory.resolve("lesser"));
        Files.delete(lesser.bundle(bundle));

        Proxy proxy = Proxy.start(children, lesser, workspace);

        assertThatItServes(proxy);
    }

    @Test
    void refusesPlayersPolitelyWithoutTheProviderOfServerFiles() throws IOException {
        Installation lesser = Installation.unpack(directory.resolve("lesser"));
        Files.delete(lesser.bundle("provider-file"));

        Proxy proxy = Proxy.start(children, lesser, workspace);

        try (var player = PlainClient.join(proxy.port(), "zero.test", "Steve")) {
            assertThat(player.awaitRefusal()).isNotBlank();
        }
    }

    @Test
    void secondStartUsesTheCacheThatTheFirstHasMade() {
        Path cache = Installation.shared().cache().orElseThrow();

        Proxy proxy = Proxy.start(children, workspace);

        assertThatItServes(proxy);
        assertThat(proxy.commandLine()).contains(cache.toString());
    }

    @Test
    void startsWithADamagedCache() throws IOException {
        byte[] cache = Files.readAllBytes(Installation.shared().cache().orElseThrow());

        assertThatItServes(startWithCache("half", Arrays.copyOf(cache, cache.length / 2)));
        assertThatItServes(startWithCache("empty"));
        assertThatItServes(startWithCache("nonsense", (byte) 'n', (byte) 'o'));
    }

    /** Puts other content under the name that the launcher looks for. */
    private Proxy startWithCache(String name, byte... content) throws IOException {
        Path cache = Installation.shared().cache().orElseThrow();
        Path folder = Files.createDirectories(directory.resolve(name));
        Path damaged = Files.write(folder.resolve(cache.getFileName()), content);
        var other = Workspace.in(directory.resolve("work-" + name)).server("zero", serverFile());
        Proxy proxy = Proxy.start(children, Installation.shared().withCache(folder), other);
        assertThat(proxy.commandLine()).contains(damaged.toString());
        return proxy;
    }

    private String serverFile() {
        return """
                domains = ["zero.test"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "zero_copy"
                """.formatted(backend.port());
    }

    private static void assertThatItServes(Proxy proxy) {
        try (var player = PlainClient.join(proxy.port(), "zero.test", "Steve")) {
            assertThat(player.echo("through")).isEqualTo("through");
        }
    }
}
