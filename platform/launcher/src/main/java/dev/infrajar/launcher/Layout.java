// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of an installation. The bundles lie in {@code system/LEVEL-NAME/}: the number is their start level, and a bundle is
 * added by putting its jar into the right folder.
 *
 * @param home the unpacked zip
 */
record Layout(Path home) {
    private static final String HOME_PROPERTY = "infrajar.home";

    /**
     * A bundle file and when it is started.
     *
     * @param file the jar
     * @param startLevel 1 or more
     */
    record SystemBundle(Path file, int startLevel) {}

    /** The installation the start script has found. */
    static Layout ofInstallation() {
        return new Layout(Path.of(System.getProperty(HOME_PROPERTY, ".")).toAbsolutePath());
    }

    /**
     * All bundles, by start level, then file name.
     *
     * @throws IOException if the folder cannot be read
     */
    List<SystemBundle> bundles() throws IOException {
        List<SystemBundle> bundles = new ArrayList<>();
        for (Path folder : sorted(home.resolve("system"))) {
            int level = startLevel(folder);
            for (Path file : sorted(folder)) {
                if (file.toString().endsWith(".jar")) {
                    bundles.add(new SystemBundle(file, level));
                }
            }
        }
        return bundles;
    }

    private static int startLevel(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        try {
            return Integer.parseInt(name, 0, Math.max(0, name.indexOf('-')), 10);
        } catch (NumberFormatException e) {
            throw new IOException(folder + " must be named LEVEL-NAME, for example 3-platform", e);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
