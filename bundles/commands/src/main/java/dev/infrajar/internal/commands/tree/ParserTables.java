// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The parsers of all versions that have command trees: {@code parsers.txt}. */
public final class ParserTables {
    private static final String FILE = "parsers.txt";

    /** The first protocol that writes parsers as numbers: 1.19. */
    private static final int FIRST_BY_NUMBER = 759;

    /** The last protocol of which the file knows: 26.2. */
    private static final int LAST_KNOWN = 776;

    private final NavigableMap<Integer, Parsers> bands;

    private ParserTables(NavigableMap<Integer, Parsers> bands) {
        this.bands = bands;
    }

    /** Reads the bundle's own file. */
    public static ParserTables load() {
        try (InputStream file = ParserTables.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the bundle has no " + FILE);
            }
            NavigableMap<Integer, List<String>> lines = new TreeMap<>();
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .forEach(words -> lines.put(Integer.parseInt(words.getFirst()), words.subList(1, words.size())));
            return of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParserTables of(NavigableMap<Integer, List<String>> lines) {
        NavigableMap<Integer, Parsers> bands = new TreeMap<>();
        lines.forEach((first, words) -> bands.put(first, Parsers.of(words, first < FIRST_BY_NUMBER, true)));
        // What came behind the last known one reads as the last, for as long as that goes well.
        bands.put(LAST_KNOWN + 1, Parsers.of(lines.lastEntry().getValue(), false, false));
        return new ParserTables(bands);
    }

    /**
     * The parsers of a version.
     *
     * @param protocol the client's own number
     * @return empty if it has no command trees
     */
    public Optional<Parsers> at(int protocol) {
        return Optional.ofNullable(bands.floorEntry(protocol)).map(Map.Entry::getValue);
    }
}
