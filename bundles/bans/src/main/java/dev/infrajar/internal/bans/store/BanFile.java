// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ban file on the disk. Not thread-safe. All methods block. */
final class BanFile {
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** As the kernel bounds it (path_resolution(7)). */
    private static final int MAX_LINKS = 40;

    /** Equal to the stamp of no file: what could not be read may become readable without a trace (chmod). */
    private static final Optional<Stamp> UNKNOWN = Optional.of(new Stamp(FileTime.fromMillis(0), -1, null));

    private final Path path;
    private Optional<Stamp> seen = UNKNOWN;

    /** What differs when somebody else has written the file. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {}

    BanFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /** Whether it is not as it was when it was last read or written here. */
    boolean hasChanged() {
        return !stamp().equals(seen);
    }

    Content read() {
        Optional<Stamp> before = stamp();
        Content content = content();
        seen = content instanceof Content.Unreadable ? UNKNOWN : before;
        return content;
    }

    private Content content() {
        String text;
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                return new Content.Unreadable("it is not a regular file");
            }
            text = Files.readString(path);
        } catch (NoSuchFileException _) {
            return new Content.Missing();
        } catch (CharacterCodingException _) {
            return new Content.Corrupt("it is not text in UTF-8");
        } catch (IOException e) {
            return new Content.Unreadable(reason(e));
        }
        return parse(text);
    }

    /** Puts a document in the place of what is there, whole or not at all. */
    void write(BanDocument document) throws IOException {
        Path real = real();
        Path folder = real.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        AtomicWrite.write(real, document.toJson().getBytes(StandardCharsets.UTF_8));
        seen = stamp();
    }

    /**
     * Renames what is there; never to a name that is taken.
     *
     * @return the new name
     */
    Path setAside(Instant now) throws IOException {
        Path real = real();
        String name = real.getFileName() + ".corrupt-" + ASIDE.format(now);
        Path aside = real.resolveSibling(name);
        for (int copy = 2; ; copy++) {
            try {
                return Files.move(real, aside);
            } catch (FileAlreadyExistsException _) {
                aside = real.resolveSibling(name + "-" + copy);
            }
        }
    }

    /** The reason of a failure in one line, for operators. */
    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException e -> e.toString();
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static Content parse(String text) {
        try {
            return new Content.Present(BanDocument.parse(text));
        } catch (IOException | JsonParseException e) {
            // The lines behind the first are about the library.
            return new Content.Corrupt(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("not JSON"));
        }
    }

    private Optional<Stamp> stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (IOException _) {
            // Reading says what is wrong.
            return Optional.empty();
        }
    }

    /** Where a symbolic link leads, even if nothing is there: a rename would replace the link itself. */
    private Path real() throws IOException {
        Path real = path;
        for (int links = 0; Files.isSymbolicLink(real); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(path.toString(), null, "too many symbolic links");
            }
            real = real.resolveSibling(Files.readSymbolicLink(real)).normalize();
        }
        return real;
    }
}
