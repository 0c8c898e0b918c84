// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file that holds the secret. Blocks on the disk. */
final class SecretFile {
    /** More than any secret; what is longer is another file. */
    private static final int MAX_BYTES = 4096;

    /** Letters and digits: 190 bits. */
    private static final int NEW_CHARS = 32;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SecretFile() {}

    /** What became of reading it. */
    sealed interface Reading {
        /**
         * There is a secret.
         *
         * @param secret the file's
         * @param isNew whether the file has just been made
         * @param warning what is unwise about the file
         */
        record Usable(Secret secret, boolean isNew, Optional<String> warning) implements Reading {}

        /**
         * There is none.
         *
         * @param problem file and reason, and what to do
         */
        record Unusable(String problem) implements Reading {}
    }

    /** Reads the secret; makes a file with a new one if there is none. */
    static Reading readOrCreate(Path file) {
        try {
            boolean isNew = Files.notExists(file, LinkOption.NOFOLLOW_LINKS) && create(file);
            return read(file, isNew);
        } catch (IOException e) {
            return new Reading.Unusable(file + ": cannot be made or read: " + e);
        }
    }

    private static Reading read(Path file, boolean isNew) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Reading.Unusable(file + ": is not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            return new Reading.Unusable(file + ": is longer than " + MAX_BYTES + " bytes, must hold one line");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            return text.isEmpty() || text.lines().count() > 1
                    ? new Reading.Unusable(file + ": must hold the secret in one line; delete it to get a new one")
                    : new Reading.Usable(new Secret(text), isNew, warning(file));
        } catch (CharacterCodingException _) {
            return new Reading.Unusable(file + ": is not text in UTF-8");
        }
    }

    private static Optional<String> warning(Path file) throws IOException {
        if (!hasRights(file)) {
            return Optional.empty();
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        return OWNER.containsAll(rights)
                ? Optional.empty()
                : Optional.of(file + ": others than its owner have rights (" + PosixFilePermissions.toString(rights)
                        + "): whoever reads it can join as anybody; chmod 600 " + file);
    }

    /** Makes the file under another name first, so that it is never seen half. */
    private static boolean create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path draft = Files.createTempFile(folder, ".secret-", ".draft", ownerOnly(folder));
        try {
            Files.writeString(draft, newSecret() + System.lineSeparator());
            Files.move(draft, file);
            return true;
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster: that one counts.
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return hasRights(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasRights(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String newSecret() {
        return new SecureRandom()
                .ints(NEW_CHARS, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
