// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.core.ConsoleWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code config} and what it shows. */
class ValueLinesTest {
    private final Path file;
    private final Configuration configuration;
    private final ProxyReload reload;
    private final ConfigCommand command;

    ValueLinesTest(@TempDir Path folder) throws IOException {
        file = folder.resolve("infrarust.toml");
        Files.writeString(file, """
                max_connections = 5
                bind = "127.0.0.1:1000"
                [keepalive]
                time = "90s"
                [plugins.hello]
                greeting = "hi"
                [start]
                threads = 2
                """);
        ProxyFile proxyFile = new ProxyFile(
                new LaunchOptions(file.toString(), Map.of("servers_dir", folder.toString(), "bind", "127.0.0.1:2000")));
        Sections sections = SampleSections.with(
                SampleSections.with(
                        SampleSections.all(),
                        SampleSections.proxy(9, "hello", "plugins.hello", SampleSections.Hello.class)),
                SampleSections.proxy(10, "start", "start", ProxyReloadTest.AtStart.class));
        configuration = new Configuration(proxyFile);
        reload = new ProxyReload(proxyFile, () -> sections, configuration);
        configuration.update(sections);
        command = new ConfigCommand(new ValueLines(configuration, proxyFile.overridden()));
    }

    private List<String> run(String... arguments) {
        StringWriter text = new StringWriter();
        command.run(List.of(arguments), new ConsoleWriter(text, ConsoleWriter.UNLIMITED));
        return text.toString()
                .lines()
                .map(line -> line.replaceAll(" {2,}", "  "))
                .toList();
    }

    @Test
    void showsOneKey() {
        assertThat(run("max_connections")).containsExactly("max_connections = 5");
        assertThat(run("keepalive.time")).containsExactly("keepalive.time = \"1m30s\"");
    }

    @Test
    void marksDefaultsAndTheCommandLine() {
        assertThat(run("connect_timeout")).containsExactly("connect_timeout = \"5s\"  (default)");
        assertThat(run("bind")).containsExactly("bind = \"127.0.0.1:2000\"  (command line)");
        assertThat(run("plugins.hello.times")).containsExactly("plugins.hello.times = 1  (default)");
        assertThat(run("plugins.hello.greeting")).containsExactly("plugins.hello.greeting = \"hi\"");
        assertThat(run("default_motd.online")).containsExactly("default_motd.online = not set");
    }

    @Test
    void showsATable() {
        assertThat(run("keepalive"))
                .containsExactly(
                        "KEY  VALUE  NOTE",
                        "keepalive.time  \"1m30s\"",
                        "keepalive.interval  \"10s\"  default",
                        "keepalive.retries  3  default");
    }

    @Test
    void showsEverythingWithTheTopOfTheFileFirst() {
        assertThat(run())
                .contains("max_connections  5", "keepalive.retries  3  default")
                .doesNotHaveDuplicates()
                .satisfies(lines -> assertThat(lines.indexOf("worker_threads  0  default"))
                        .isPositive()
                        .isLessThan(lines.indexOf("keepalive.retries  3  default")));
    }

    @Test
    void saysThatThereIsNoSuchKey() {
        assertThat(run("colour")).containsExactly("There is no key 'colour' in infrarust.toml.");
    }

    @Test
    void showsWhatIsInForceUntilTheNextStart() throws IOException {
        Files.writeString(file, Files.readString(file).replace("threads = 2", "threads = 8"));
        reload.reload();

        assertThat(run("start.threads")).containsExactly("start.threads = 2  (8 at the next start)");
    }

    @Test
    void completesKeysAndTables() {
        assertThat(command.complete(List.of("keep")))
                .contains("keepalive", "keepalive.time", "plugins", "plugins.hello");
        assertThat(command.complete(List.of("keepalive", ""))).isEmpty();
    }
}
