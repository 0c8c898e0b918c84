// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.bench.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarTest {
    @Test
    void isABundleWithItsClass(@TempDir Path folder) throws IOException {
        PluginJar plugin = PluginJar.of(Contender.OURS_CHANGED).orElseThrow();

        plugin.write(folder);

        try (JarFile jar = new JarFile(folder.resolve(plugin.fileName()).toFile())) {
            var headers = jar.getManifest().getMainAttributes();
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("bench.Changing");
            assertThat(headers.getValue("Import-Package")).contains("dev.infrajar.net.intercept;tier=net");
            String activator = headers.getValue("Bundle-Activator");
            assertThat(jar.getEntry(activator.replace('.', '/') + ".class")).isNotNull();
        }
    }

    @Test
    void mostContendersHaveNone() {
        assertThat(PluginJar.of(Contender.OURS_OFFLINE)).isEmpty();
        assertThat(PluginJar.of(Contender.OURS_COPY)).isEmpty();
    }
}
