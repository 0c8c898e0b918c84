// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private final Path home;

    LayoutTest(@TempDir Path home) {
        this.home = home;
    }

    private void file(String path) throws IOException {
        Path file = home.resolve("system").resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    @Test
    void takesStartLevelsFromFolders() throws IOException {
        file("4-platform/router-1.jar");
        file("4-platform/console-1.jar");
        file("4-platform/README.txt");
        file("1-libraries/api-1.jar");

        assertThat(new Layout(home).bundles())
                .extracting(bundle -> bundle.startLevel() + " " + bundle.file().getFileName())
                .containsExactly("1 api-1.jar", "4 console-1.jar", "4 router-1.jar");
    }

    @Test
    void saysHowFoldersMustBeNamed() throws IOException {
        file("platform/router-1.jar");

        assertThatThrownBy(() -> new Layout(home).bundles())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("platform")
                .hasMessageContaining("LEVEL-NAME");
    }
}
