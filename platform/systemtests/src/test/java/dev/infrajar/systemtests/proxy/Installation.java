// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An unpacked distribution.
 *
 * @param home the folder with {@code bin/}, {@code system/} and {@code plugins/}
 */
public record Installation(Path home) {
    /**
     * The one that tests share when they do not change it.
     *
     * @return unpacked once
     */
    public static Installation shared() {
        return Shared.INSTANCE;
    }

    /**
     * Unpacks the zip as {@code unzip} does, with the permissions that it records.
     *
     * @param folder where to; created if absent
     * @return the unpacked distribution
     */
    public static Installation unpack(Path folder) {
        try (FileSystem zip = FileSystems.newFileSystem(Build.zip(), Map.of("enablePosixFileAttributes", "true"))) {
            Tree.copy(zip.getPath("/"), Files.createDirectories(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Installation(folder.resolve("infrajar-" + Build.version()));
    }

    /**
     * The start script.
     *
     * @return {@code bin/infrajar}
     */
    public Path launcher() {
        return home.resolve("bin").resolve("infrajar");
    }

    /**
     * The jar of a platform bundle.
     *
     * @param name the bundle's folder in the repository, for example {@code forwarder-splice}
     * @return the only file below {@code system/} of that name and any version
     */
    public Path bundle(String name) {
        var fileName = Pattern.compile("(.*\\.)?" + Pattern.quote(name) + "-\\d.*\\.jar");
        List<Path> jars = files(home.resolve("system"), fileName);
        assertThat(jars).as("jars of the bundle %s", name).hasSize(1);
        return jars.getFirst();
    }

    /**
     * Files by name.
     *
     * @param folder searched with all below
     * @param name the whole file name
     * @return regular files
     */
    public static List<Path> files(Path folder, Pattern name) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A start of the launcher with the JDK that runs the tests. An inherited {@code JAVA_HOME} does not count.
     *
     * @param workingDirectory the working directory
     * @param arguments as on a command line
     * @return not started yet
     */
    public ProcessBuilder command(Path workingDirectory, String... arguments) {
        Stream<String> words = Stream.concat(Stream.of(launcher().toString()), Stream.of(arguments));
        var builder = new ProcessBuilder(words.toList()).directory(workingDirectory.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("INFRAJAR_JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static final class Shared {
        private static final Installation INSTANCE =
                unpack(Tree.emptied(Build.workFolder().resolve("shared")));
    }
}
