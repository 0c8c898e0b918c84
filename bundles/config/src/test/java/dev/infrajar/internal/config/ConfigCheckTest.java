// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.ConfigProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {
    private final Path folder;
    private final Path servers;
    private final ProxyFile proxyFile;

    ConfigCheckTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.servers = Files.createDirectory(folder.resolve("servers"));
        this.proxyFile = new ProxyFile(new LaunchOptions(
                folder.resolve("infrarust.toml").toString(), Map.of("servers_dir", servers.toString())));
        Files.writeString(folder.resolve("infrarust.toml"), "");
    }

    private void server(String file, String id, String domain) throws IOException {
        Files.writeString(
                servers.resolve(file),
                "name = \"" + id + "\"\ndomains = [\"own." + id + ".example\", \"" + domain
                        + "\"]\naddresses = [\"10.0.0.1\"]\n");
    }

    private List<String> problems(ConfigCheck.Report report) {
        return report.problems().stream()
                .map(ConfigProblem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }

    private ConfigCheck.Report checkAll() {
        return ConfigCheck.ofAllFiles(proxyFile, SampleSections.all());
    }

    @Test
    void findsNothingInGoodFiles() throws IOException {
        server("a.toml", "a", "a.example");
        server("b.toml", "b", "*.example");
        server("c.toml", "c", "*.c.example");

        assertThat(checkAll().problems()).isEmpty();
        assertThat(checkAll().summary()).endsWith("infrarust.toml and 3 server files: no problem found");
    }

    @Test
    void reportsEveryProblemOfEveryFile() throws IOException {
        Files.writeString(folder.resolve("infrarust.toml"), "max_connections = -1\n[web]\n");
        Files.writeString(servers.resolve("a.toml"), "domains = []\n");
        Files.writeString(servers.resolve("b.toml"), "x =\n");

        assertThat(problems(checkAll())).hasSize(5).satisfies(all -> {
            assertThat(all.get(0)).startsWith("infrarust.toml:1:1: max_connections");
            assertThat(all.get(1)).startsWith("infrarust.toml:2:1: [web] is known");
            assertThat(all.get(2)).startsWith("servers/a.toml: addresses is missing");
            assertThat(all.get(3)).startsWith("servers/a.toml:1:1: domains is empty");
            assertThat(all.get(4)).startsWith("servers/b.toml:1:4: ");
        });
        assertThat(checkAll().summary()).endsWith("infrarust.toml and 2 server files: 5 problems");
    }

    @Test
    void reportsAnIdThatTwoFilesHave() throws IOException {
        server("a.toml", "same", "a.example");
        server("b.toml", "same", "b.example");

        assertThat(problems(checkAll()))
                .contains("servers/b.toml:1:1: the id \"same\" is already that of servers/a.toml, it must be unique");
    }

    @Test
    void reportsADomainOfTwoServersAtTheLaterFile() throws IOException {
        server("b.toml", "b", "Play.Example.");
        server("a.toml", "a", "play.example");

        assertThat(problems(checkAll()))
                .containsExactly(
                        "servers/b.toml:2:29: \"Play.Example.\" already leads to the server of servers/a.toml");
    }

    @Test
    void reportsAPatternOfTwoServersAtTheLaterFile() throws IOException {
        server("a.toml", "a", "*.Example");
        server("b.toml", "b", "*.example.");

        assertThat(problems(checkAll()))
                .containsExactly("servers/b.toml:2:29: \"*.example.\" already leads to the server of servers/a.toml");
    }

    @Test
    void acceptsADomainTwiceInOneFile() throws IOException {
        server("a.toml", "a", "own.a.example");

        assertThat(checkAll().problems()).isEmpty();
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        Files.writeString(servers.resolve("notes.txt"), "x =");
        Files.createDirectory(servers.resolve("old.toml"));
        Files.writeString(servers.resolve("old.toml").resolve("x.toml"), "x =");

        assertThat(checkAll().problems()).isEmpty();
    }

    @Test
    void looksAtTheProxyFileAloneWhenAsked() throws IOException {
        Files.writeString(servers.resolve("a.toml"), "x =");

        assertThat(ConfigCheck.ofProxyFile(proxyFile, SampleSections.all()).problems())
                .isEmpty();
    }

    @Test
    void printsProblemsAndSummaryApart() throws IOException {
        Files.writeString(folder.resolve("infrarust.toml"), "max_connections = -1\n[plugins.later]\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        checkAll().print(stream(err), stream(out));

        assertThat(err.toString(StandardCharsets.UTF_8).replace(folder + "/", ""))
                .isEqualTo("infrarust.toml:1:1: max_connections = -1, must be at least 0\n");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
