// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of all processes, removed in the end, however the driver ends. */
final class Scratch implements Closeable {
    private final Path folder;
    private final Thread removal;

    private Scratch(Path folder) {
        this.folder = folder;
        this.removal = Thread.ofPlatform().unstarted(this::removeOnExit);
        Runtime.getRuntime().addShutdownHook(removal);
    }

    static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("infrajar-bench"));
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(removal);
        remove();
    }

    private void removeOnExit() {
        try {
            remove();
        } catch (IOException e) {
            // Servers end at the same time and may still write.
            System.err.println("left behind: " + folder + ": " + e);
        }
    }

    private void remove() throws IOException {
        for (Path file : contents()) {
            Files.delete(file);
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
