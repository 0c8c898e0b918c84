// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The jar files directly in a folder.
 *
 * @param path the folder; it need not exist
 */
record JarFolder(Path path) {
    /** The files by name; hidden ones are left out. */
    SortedMap<String, Stamp> files() throws IOException {
        SortedMap<String, Stamp> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : entries.filter(JarFolder::isJar).toList()) {
                String name = String.valueOf(entry.getFileName());
                stamp(name).ifPresent(stamp -> files.put(name, stamp));
            }
        } catch (NoSuchFileException e) {
            return files; // no folder, no files
        }
        return files;
    }

    private static boolean isJar(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(".jar") && !name.startsWith(".");
    }

    /** The state of a file, empty when it has gone. */
    Optional<Stamp> stamp(String file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path.resolve(file), BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Copies a file, so that what is examined is what is installed. The caller deletes the copy. */
    Path copy(String file) throws IOException {
        Path copy = Files.createTempFile("infrajar-plugin-", ".jar");
        try {
            return Files.copy(path.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.delete(copy);
            throw e;
        }
    }
}
