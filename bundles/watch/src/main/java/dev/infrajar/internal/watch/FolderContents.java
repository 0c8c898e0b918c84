// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is in a folder, looked at where no events tell of it. Not thread-safe. */
final class FolderContents {
    private final Path directory;
    private final boolean withWrites;
    private Optional<Map<Path, Object>> seen = Optional.empty();

    /**
     * Contents that have not been looked at.
     *
     * @param withWrites whether a write to a file counts as a change; else only names that come and go do
     */
    FolderContents(Path directory, boolean withWrites) {
        this.directory = directory;
        this.withWrites = withWrites;
    }

    /** Whether they are not as they were the last time; a folder that is not there is one way to be. */
    boolean haveChanged() {
        Optional<Map<Path, Object>> before = seen;
        seen = list();
        return !seen.equals(before);
    }

    private Optional<Map<Path, Object>> list() {
        Map<Path, Object> entries = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> entries.put(file, withWrites ? WatchedFile.attributes(file) : Optional.empty()));
            return Optional.of(entries);
        } catch (IOException | DirectoryIteratorException _) {
            // Who reads it says what is wrong.
            return Optional.empty();
        }
    }
}
