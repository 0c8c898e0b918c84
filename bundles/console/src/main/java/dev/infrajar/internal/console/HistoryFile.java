// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the file that remembers what was typed. */
final class HistoryFile {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final String NAME = ".infrajar_history";

    private HistoryFile() {}

    /**
     * The file beside the configuration; made if it is not there, for its owner alone.
     *
     * @param configuration the path of {@code infrarust.toml}
     * @return empty when it cannot be written: then the history lives as long as the process
     */
    static Optional<Path> beside(Path configuration) {
        Path file = configuration.toAbsolutePath().resolveSibling(NAME);
        try {
            create(file);
        } catch (IOException e) {
            LOG.debug("The console's history is kept in memory", e);
            return Optional.empty();
        }
        return Files.isRegularFile(file) && Files.isWritable(file) ? Optional.of(file) : Optional.empty();
    }

    private static void create(Path file) throws IOException {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            Files.createFile(
                    file,
                    isPosix
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is used", file, e);
        }
    }
}
