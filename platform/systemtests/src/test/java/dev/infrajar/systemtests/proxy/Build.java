// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the build made and says about it: system properties that the module's pom sets. */
public final class Build {
    private Build() {}

    /**
     * The version under test.
     *
     * @return the project's version
     */
    public static String version() {
        return property("infrajar.version");
    }

    /**
     * The distribution.
     *
     * @return an existing zip
     */
    public static Path zip() {
        Path zip = path("infrajar.zip");
        assertThat(zip).as("the distribution, built by mvn package").isRegularFile();
        return zip;
    }

    /**
     * An example plugin.
     *
     * @param name its folder in plugins-example
     * @return its only jar, of whatever version: a stranger's plugin has its own
     */
    public static Path examplePlugin(String name) {
        Path target = path("infrajar.plugins").resolve(name).resolve("target");
        List<Path> jars = Tree.files(target, Pattern.compile(Pattern.quote(name) + "-\\d[^-]*\\.jar"));
        assertThat(jars).as("the example plugin, built by mvn package").hasSize(1);
        return jars.getFirst();
    }

    /**
     * The node scripts.
     *
     * @return an existing folder
     */
    public static Path nodeScripts() {
        return path("infrajar.node");
    }

    /**
     * A folder for what the tests unpack and install.
     *
     * @return an existing folder below target
     */
    public static Path workFolder() {
        try {
            return Files.createDirectories(path("infrajar.work"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path path(String property) {
        return Path.of(property(property)).toAbsolutePath().normalize();
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + " is set by the pom");
    }
}
