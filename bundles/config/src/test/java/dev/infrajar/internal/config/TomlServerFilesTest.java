// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.ServerFiles;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomlServerFilesTest {
    private static final String MINIMAL = "domains = [\"a.example\"]\naddresses = [\"10.0.0.1\"]\n";

    private final Path folder;
    private Sections sections = SampleSections.all();
    private final TomlServerFiles files;

    TomlServerFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.files = new TomlServerFiles(() -> folder, new Installed());
    }

    private final class Installed implements Installation {
        @Override
        public LaunchOptions options() {
            return new LaunchOptions("infrarust.toml", Map.of());
        }

        @Override
        public Sections sections() {
            return sections;
        }

        @Override
        public Registration onChange(Runnable changed) {
            return () -> {};
        }
    }

    private ServerDefinition read(String toml) throws IOException {
        ServerFiles.Result result = files.read(Files.writeString(folder.resolve("lobby.toml"), toml));
        assertThat(result).isInstanceOf(ServerFiles.Result.Valid.class);
        return ((ServerFiles.Result.Valid) result).server();
    }

    @Test
    void namesEachKeyThatHasChanged() throws IOException {
        ServerDefinition before = read(MINIMAL + "[timeouts]\nread = \"1m\"");
        ServerDefinition now = read(MINIMAL.replace("0.1", "0.2") + "max_players = 5\n[motd.online]\ntext = \"hi\"");

        assertThat(files.difference(before, now))
                .containsExactlyInAnyOrder(
                        "addresses: [\"10.0.0.1:25565\"] -> [\"10.0.0.2:25565\"]",
                        "max_players: 0 -> 5",
                        "timeouts.read: \"1m\" -> \"30s\"",
                        "motd.online.text: not set -> \"hi\"");
    }

    @Test
    void namesNothingWhereTheFileSaysTheSame() throws IOException {
        assertThat(files.difference(read(MINIMAL), read("# a comment\nmax_players = 0\n" + MINIMAL)))
                .isEmpty();
    }

    @Test
    void namesNothingOfABundleThatWasReplaced() throws IOException {
        ServerDefinition before = read(MINIMAL + "[motd.online]\ntext = \"hi\"");
        sections = SampleSections.without(sections, "server-motd");

        assertThat(files.difference(before, read(MINIMAL))).isEmpty();
    }
}
