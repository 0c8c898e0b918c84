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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An unpacked distribution.
 *
 * @param home the folder with {@code bin/}, {@code system/} and {@code plugins/}
 * @param cacheFolder where its starts look for an AOT cache, and make one if there is none; empty for starts without
 */
public record Installation(Path home, Optional<Path> cacheFolder) {
    private static final Pattern AOT_CACHE = Pattern.compile(".*\\.aot");

    /**
     * The one that tests share when they do not change it. It has its AOT cache already, so that no start has to share
     * the machine with the making of one.
     *
     * @return unpacked once
     */
    public static Installation shared() {
        return Shared.INSTANCE;
    }

    /**
     * Unpacks the zip as {@code unzip} does, with the permissions that it records. It uses no AOT cache.
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
        return new Installation(folder.resolve("infrajar-" + Build.version()), Optional.empty());
    }

    /**
     * The same with starts that use an AOT cache.
     *
     * @param folder where it lies, or will lie
     * @return the same files
     */
    public Installation withCache(Path folder) {
        return new Installation(home, Optional.of(folder));
    }

    /**
     * The AOT cache.
     *
     * @return empty before the first start has made it
     */
    public Optional<Path> cache() {
        return cacheFolder.filter(Files::isDirectory).stream()
                .flatMap(folder -> Tree.files(folder, AOT_CACHE).stream())
                .findFirst();
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
        List<Path> jars = Tree.files(home.resolve("system"), fileName);
        assertThat(jars).as("jars of the bundle %s", name).hasSize(1);
        return jars.getFirst();
    }

    /**
     * A start of the launcher with the JDK that runs the tests. An inherited {@code JAVA_HOME} does not count.
     *
     * @param workingDirectory the working directory
     * @param arguments as on a command line
     * @return not started yet
     */
    public ProcessBuilder command(Path workingDirectory, String... arguments) {
        return commandOf(launcher(), workingDirectory, arguments);
    }

    /**
     * A start of the stress tool with the JDK that runs the tests.
     *
     * @param workingDirectory the working directory
     * @param arguments as on a command line
     * @return not started yet
     */
    public ProcessBuilder stress(Path workingDirectory, String... arguments) {
        return commandOf(launcher().resolveSibling("infrajar-stress"), workingDirectory, arguments);
    }

    private ProcessBuilder commandOf(Path program, Path workingDirectory, String... arguments) {
        Stream<String> words = Stream.concat(Stream.of(program.toString()), Stream.of(arguments));
        var builder = new ProcessBuilder(words.toList()).directory(workingDirectory.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("INFRAJAR_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("INFRAJAR_AOT", cacheFolder.isPresent() ? "on" : "off");
        cacheFolder.ifPresent(folder -> builder.environment().put("INFRAJAR_CACHE", folder.toString()));
        return builder;
    }

    private static final class Shared {
        private static final Installation INSTANCE =
                Training.of(unpack(Tree.emptied(Build.workFolder().resolve("shared")))
                        .withCache(Build.workFolder().resolve("shared").resolve("cache")));
    }
}
