// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file so that whoever reads it, after a crash or a power failure too, finds all of the old content or all of the
 * new: the content goes into a draft beside it and to the disk, then the draft gets the file's name.
 */
final class AtomicWrite {
    private AtomicWrite() {}

    /** When this returns the content is on the disk, under its name. Does not follow a symbolic link. */
    static void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString(), null, "the file is read-only");
        }
        Path draft = draft(file, content);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            discard(draft, e);
            throw e;
        }
        syncFolder(file);
    }

    /** A new file beside another, on the disk, with that file's permissions; for its owner alone if there is none. */
    static Path draft(Path file, byte[] content) throws IOException {
        // For the owner alone (Files.createTempFile), and with a name that no other process uses.
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".tmp");
        try {
            if (isPosix(file) && Files.exists(file)) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
            }
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return draft;
        } catch (IOException | RuntimeException e) {
            discard(draft, e);
            throw e;
        }
    }

    /** A rename is on the disk when its folder is (fsync(2)). Other systems do not let a folder be opened. */
    private static void syncFolder(Path file) throws IOException {
        if (isPosix(file)) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void discard(Path draft, Exception because) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
