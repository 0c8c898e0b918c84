// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import dev.infrajar.net.config.ConfigProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads TOML files. */
public final class TomlReader {
    /** The largest file that is read, in bytes; a file of a thousand servers' domains has a tenth of it. */
    public static final int LARGEST_FILE = 1 << 20;

    private TomlReader() {}

    /** What reading gave. */
    public sealed interface Reading {
        /**
         * The file has a tree of values.
         *
         * @param document the tree
         * @param duplicates keys that are there twice; the rest can be checked all the same
         */
        record Parsed(Document document, List<ConfigProblem> duplicates) implements Reading {}

        /**
         * The file is not TOML, or cannot be read.
         *
         * @param problems the reasons
         * @param isMissing whether there is no such file
         */
        record Broken(List<ConfigProblem> problems, boolean isMissing) implements Reading {}
    }

    /**
     * Reads a file. May block on the disk.
     *
     * @param file the file
     * @param name how messages call it
     * @return the tree, or the problems
     */
    public static Reading read(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            return bytes.length > LARGEST_FILE
                    ? unreadable(name, "is larger than " + LARGEST_FILE + " bytes")
                    : parse(text(bytes), name);
        } catch (NoSuchFileException e) {
            return new Reading.Broken(List.of(new ConfigProblem(name, 0, 0, "there is no such file")), true);
        } catch (CharacterCodingException e) {
            return unreadable(name, "is not UTF-8");
        } catch (IOException e) {
            return unreadable(name, "cannot be read: " + e);
        }
    }

    /**
     * Parses a text.
     *
     * @param text TOML
     * @param name how messages call it
     * @return the tree, or the problems
     */
    public static Reading parse(String text, String name) {
        TomlParseResult result = Toml.parse(text);
        List<ConfigProblem> problems =
                result.errors().stream().map(error -> problem(name, error)).toList();
        return result.errors().stream().allMatch(TomlReader::isDuplicate)
                ? new Reading.Parsed(new Document(name, result), problems)
                : new Reading.Broken(problems, false);
    }

    /** Strict UTF-8, without the byte order mark that some editors write. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Reading unreadable(String name, String message) {
        return new Reading.Broken(List.of(new ConfigProblem(name, 0, 0, message)), false);
    }

    private static ConfigProblem problem(String name, TomlParseError error) {
        return new ConfigProblem(
                name, error.position().line(), error.position().column(), String.valueOf(error.getMessage()));
    }

    // tomlj tells duplicates from syntax errors by the message alone; after a duplicate its tree is still complete.
    private static boolean isDuplicate(TomlParseError error) {
        return String.valueOf(error.getMessage()).contains(" previously defined at ");
    }
}
