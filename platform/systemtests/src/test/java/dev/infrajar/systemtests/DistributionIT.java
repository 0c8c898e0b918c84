// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip in unusual places and shapes. */
class DistributionIT {
    private static final Pattern AOT_CACHE = Pattern.compile(".*\\.aot");

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final PlainBackend backend = PlainBackend.start("Text of the backend");
    private final Workspace workspace;

    DistributionIT(@TempDir Path directory) {
        this.directory = directory;
        this.workspace = Workspace.in(directory.resolve("work")).server("zero", """
                domains = ["zero.test"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "zero_copy"
                """.formatted(backend.port()));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void holdsWhatAnOperatorNeeds() throws IOException {
        Path home = Installation.unpack(directory.resolve("fresh")).home();

        assertThat(home.resolve("bin/infrajar")).isExecutable();
        assertThat(home.resolve("infrarust.toml")).isRegularFile();
        assertThat(home.resolve("servers")).isDirectory();
        assertThat(home.resolve("plugins")).isEmptyDirectory();
        assertThat(home.resolve("system")).isDirectory();
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
    void startsWithAStaleOrBrokenCache() throws IOException {
        Installation trained = Installation.unpack(directory.resolve("trained"));
        Path cache = train(trained);
        byte[] good = Files.readAllBytes(cache);

        Files.write(cache, Arrays.copyOf(good, good.length / 2));
        assertThatItServesAndStops(trained);

        Files.writeString(cache, "not a cache");
        assertThatItServesAndStops(trained);

        Files.deleteIfExists(cache);
        assertThatItServesAndStops(trained);
    }

    /** The cache is there after the first run or soon after its end. */
    private Path train(Installation installation) {
        assertThatItServesAndStops(installation);
        return await("an AOT cache")
                .atMost(Proxy.START)
                .until(() -> Installation.files(installation.home(), AOT_CACHE), found -> !found.isEmpty())
                .getFirst();
    }

    private void assertThatItServesAndStops(Installation installation) {
        Proxy proxy = Proxy.start(children, installation, workspace);
        assertThatItServes(proxy);
        proxy.process().type("stop");
        assertThat(proxy.process().awaitExit(Proxy.START)).isZero();
    }

    private static void assertThatItServes(Proxy proxy) {
        try (var player = PlainClient.join(proxy.port(), "zero.test", "Steve")) {
            assertThat(player.echo("through")).isEqualTo("through");
        }
    }
}
