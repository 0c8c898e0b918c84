// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private final Path folder;

    HistoryFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void liesBesideTheConfigurationForItsOwnerAlone() throws IOException {
        Path file = HistoryFile.beside(folder.resolve("infrarust.toml")).orElseThrow();

        assertThat(file).isEqualTo(folder.resolve(".infrajar_history")).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        Files.writeString(folder.resolve(".infrajar_history"), "1:help\n");

        assertThat(HistoryFile.beside(folder.resolve("infrarust.toml")).orElseThrow())
                .hasContent("1:help\n");
    }

    @Test
    void isNoneWhereNoFileCanBe() throws IOException {
        assertThat(HistoryFile.beside(folder.resolve("no/such/folder/infrarust.toml")))
                .isEmpty();

        Files.createDirectory(folder.resolve(".infrajar_history"));
        assertThat(HistoryFile.beside(folder.resolve("infrarust.toml"))).isEmpty();
    }
}
