// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.bench.Contender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private final Path folder;

    InstallationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void replacesTheExamplesByTwoServers() throws IOException {
        Installation.create(
                zip(Map.of(
                        "infrajar-1/bin/infrajar", "#!/bin/sh\n",
                        "infrajar-1/infrarust.toml", "bind = \"0.0.0.0:25565\"\n",
                        "infrajar-1/servers/example.toml", "name = \"example\"\n")),
                Files.createDirectory(folder.resolve("copy")),
                Ports.loopback(21_002),
                neighbours());

        Path root = folder.resolve("copy/infrajar-1");
        assertThat(root.resolve("bin/infrajar")).isExecutable();
        assertThat(root.resolve("infrarust.toml")).content().contains("bind = \"127.0.0.1:21002\"");
        assertThat(root.resolve("servers/example.toml")).doesNotExist();
        assertThat(root.resolve("servers/bench-copy.toml"))
                .content()
                .contains("proxy_mode = \"passthrough\"", "addresses = [\"127.0.0.1:21001\"]");
        assertThat(root.resolve("servers/bench-splice.toml")).content().contains("proxy_mode = \"zero_copy\"");
    }

    @Test
    void routesEachContenderByItsHost() throws IOException {
        Installation installation = Installation.create(
                zip(Map.of("infrajar-1/bin/infrajar", "")),
                Files.createDirectory(folder.resolve("copy")),
                Ports.loopback(21_002),
                neighbours());

        assertThat(installation.target(Contender.OURS_COPY).host())
                .isNotEqualTo(installation.target(Contender.OURS_SPLICE).host());
    }

    @Test
    void refusesAZipWithoutProgram() throws IOException {
        Distribution zip = zip(Map.of("infrajar-1/README.md", ""));

        assertThatThrownBy(() -> zip.unpack(Files.createDirectory(folder.resolve("copy"))))
                .hasMessageContaining("bin/infrajar");
    }

    @Test
    void refusesAZipThatReachesOutOfItsFolder() throws IOException {
        Distribution zip = zip(Map.of("../outside", ""));

        assertThatThrownBy(() -> zip.unpack(Files.createDirectory(folder.resolve("copy"))))
                .hasMessageContaining("../outside");
    }

    @Test
    void findsTheZipOfTheBuild() throws IOException {
        assertThat(Distribution.find(folder.resolve("nowhere"))).isEmpty();
        assertThat(Distribution.find(folder)).isEmpty();
        zip(Map.of("infrajar-1/bin/infrajar", ""));
        assertThat(Distribution.find(folder).map(Distribution::name)).isEqualTo(Optional.of("infrajar-1.zip"));
    }

    private static Installation.Neighbours neighbours() throws IOException {
        return new Installation.Neighbours(Ports.loopback(21_001), URI.create("http://127.0.0.1:21003/hasJoined"));
    }

    private Distribution zip(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("infrajar-1.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Distribution(zip);
    }
}
