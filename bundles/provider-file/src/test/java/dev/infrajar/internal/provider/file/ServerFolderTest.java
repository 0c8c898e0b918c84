// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.provider.file;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.infrajar.net.core.ServerDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ServerFolderTest {
    private final Path directory;
    private final ServerFolder folder;
    private final Logger logger = (Logger) LoggerFactory.getLogger(ServerFolder.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    ServerFolderTest(@TempDir Path base) throws IOException {
        directory = Files.createDirectory(base.resolve("servers"));
        folder = new ServerFolder(new FakeServerFiles(directory));
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void detach() {
        logger.detachAppender(log);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content);
    }

    private List<ServerDefinition> read() {
        folder.read();
        return folder.servers();
    }

    private List<String> readIds() {
        return read().stream().map(server -> server.id()).toList();
    }

    /** What was logged since the last call. */
    private List<String> logged() {
        List<String> lines = log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
        log.list.clear();
        return lines;
    }

    @Test
    void ordersServersByFileName() throws IOException {
        write("b.toml", "first b.example");
        write("a.toml", "second a.example");
        write("c.toml", "third c.example");

        assertThat(readIds()).containsExactly("second", "first", "third");
        assertThat(logged())
                .containsExactly(
                        "INFO server second added from a.toml",
                        "INFO server first added from b.toml",
                        "INFO server third added from c.toml");
    }

    @Test
    void takesOnlyTomlFilesDirectlyInTheFolder() throws IOException {
        write("a.toml", "a a.example");
        write("b.toml.bak", "b b.example");
        write("c.txt", "c c.example");
        Files.createDirectory(directory.resolve("d.toml"));
        Files.writeString(directory.resolve("d.toml").resolve("e.toml"), "e e.example");

        assertThat(readIds()).containsExactly("a");
    }

    @Test
    void reportsWhatChanged() throws IOException {
        write("a.toml", "a a.example");
        write("b.toml", "b b.example");
        folder.read();
        logged();
        write("a.toml", "a other.example");
        Files.delete(directory.resolve("b.toml"));
        write("c.toml", "c c.example");

        assertThat(readIds()).containsExactly("a", "c");
        assertThat(logged())
                .containsExactly(
                        "INFO server a updated from a.toml: domains: [a.example] -> [other.example]",
                        "INFO server c added from c.toml",
                        "INFO server b removed");
    }

    @Test
    void saysNothingWhenNothingChanged() throws IOException {
        write("a.toml", "a a.example");
        write("b.toml", "broken");
        write("c.toml", "a c.example");
        folder.read();
        logged();
        folder.read();

        assertThat(logged()).isEmpty();
    }

    @Test
    void skipsAFileThatIsBrokenAtFirst() throws IOException {
        write("a.toml", "broken");

        assertThat(readIds()).isEmpty();
        assertThat(logged())
                .containsExactly(
                        "ERROR server file a.toml is not valid, it is skipped\n  a.toml:7:3: words = 1, must be 2");
    }

    @Test
    void keepsTheLastGoodVersionOfABrokenFile() throws IOException {
        write("a.toml", "a a.example");
        folder.read();
        logged();
        write("a.toml", "three words here");

        assertThat(readIds()).containsExactly("a");
        assertThat(logged())
                .containsExactly(
                        "ERROR server file a.toml is not valid, its last good version stays\n  a.toml:7:3: words"
                                + " = 3, must be 2");
    }

    @Test
    void takesARepairedFile() throws IOException {
        write("a.toml", "a a.example");
        folder.read();
        write("a.toml", "broken");
        folder.read();
        logged();
        write("a.toml", "a repaired.example");

        assertThat(read()).singleElement().satisfies(server -> assertThat(server.domains())
                .containsExactly("repaired.example"));
        assertThat(logged())
                .containsExactly("INFO server a updated from a.toml: domains: [a.example] -> [repaired.example]");
    }

    @Test
    void dropsABrokenFileThatIsRemoved() throws IOException {
        write("a.toml", "a a.example");
        folder.read();
        write("a.toml", "broken");
        folder.read();
        Files.delete(directory.resolve("a.toml"));

        assertThat(readIds()).isEmpty();
    }

    @Test
    void givesAnIdToTheFirstFile() throws IOException {
        write("b.toml", "same b.example");
        write("a.toml", "same a.example");

        assertThat(read()).singleElement().satisfies(server -> assertThat(server.origin())
                .isEqualTo("a.toml"));
        assertThat(logged()).contains("ERROR b.toml is not used: its id \"same\" is already that of a.toml");
    }

    @Test
    void usesTheNextFileWhenTheFirstOfAnIdGoes() throws IOException {
        write("b.toml", "same b.example");
        write("a.toml", "same a.example");
        folder.read();
        logged();
        Files.delete(directory.resolve("a.toml"));

        assertThat(readIds()).containsExactly("same");
        assertThat(logged())
                .containsExactly("INFO server same updated from b.toml: domains: [a.example] -> [b.example]");
    }

    @Test
    void keepsAllServersWhenTheFolderIsGone() throws IOException {
        write("a.toml", "a a.example");
        folder.read();
        logged();
        Files.move(directory, directory.resolveSibling("away"));

        assertThat(readIds()).containsExactly("a");
        assertThat(logged())
                .singleElement()
                .asString()
                .startsWith("ERROR the folder of the server files cannot be read");

        Files.move(directory.resolveSibling("away"), directory);
        assertThat(readIds()).containsExactly("a");
        assertThat(logged()).isEmpty();
    }

    @Test
    void tellsWhatChangedAndEverythingThatIsWrong() throws IOException {
        write("a.toml", "a a.example");
        write("b.toml", "broken");
        folder.read();
        write("a.toml", "a other.example");

        assertThat(folder.read())
                .containsExactly(
                        "server a updated from a.toml: domains: [a.example] -> [other.example]",
                        "server file b.toml is not valid, it is skipped\n  b.toml:7:3: words = 1, must be 2");
    }

    @Test
    void tellsNothingWhenAllIsAsItWas() throws IOException {
        write("a.toml", "a a.example");
        folder.read();

        assertThat(folder.read()).isEmpty();
    }
}
