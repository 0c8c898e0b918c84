// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** {@code layouts.txt}: packets as another implementation writes them. */
final class GoldenBytes {
    private static final Map<String, NavigableMap<Integer, String>> BY_NAME = load();

    private GoldenBytes() {}

    /** Hexadecimal digits by the first protocol number that has them. */
    static NavigableMap<Integer, String> of(String name) {
        NavigableMap<Integer, String> found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no bytes of " + name);
        }
        return found;
    }

    private static Map<String, NavigableMap<Integer, String>> load() {
        Map<String, NavigableMap<Integer, String>> byName = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenBytes.class.getResourceAsStream("layouts.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> byName.computeIfAbsent(words[0], name -> new TreeMap<>())
                            .put(Integer.parseInt(words[1]), words[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byName;
    }
}
