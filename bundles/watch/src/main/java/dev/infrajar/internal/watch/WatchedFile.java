// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file that is looked at: a watch service tells of writes to a whole folder or of none, and beside the file may lie a log
 * that gets a line for each player. Not thread-safe.
 */
final class WatchedFile {
    private static final String EVERYWHERE = "lastModifiedTime,size,fileKey";

    /** The change time tells of rights too: a file may become readable. The view is the JDK's own (sun.nio.fs). */
    private static final String ON_UNIX = "unix:ctime," + EVERYWHERE;

    private final Path file;

    /** What differs when the file is written, or another is in its place. */
    private Optional<Map<String, Object>> seen;

    WatchedFile(Path file) {
        this.file = file;
        this.seen = attributes(file);
    }

    /** Whether it is not as it was the last time; a file that is not there is one way to be. */
    boolean hasChanged() {
        Optional<Map<String, Object>> before = seen;
        seen = attributes(file);
        return !seen.equals(before);
    }

    /** What tells one state of a file from another; empty when it is not there. */
    static Optional<Map<String, Object>> attributes(Path file) {
        boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            return Optional.of(Files.readAttributes(file, isUnix ? ON_UNIX : EVERYWHERE));
        } catch (IOException _) {
            // Who reads it says what is wrong.
            return Optional.empty();
        }
    }
}
