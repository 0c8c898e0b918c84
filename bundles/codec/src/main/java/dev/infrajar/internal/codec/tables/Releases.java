// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import dev.infrajar.net.packet.KnownProtocol;
import java.util.Arrays;
import java.util.List;

/** The protocol numbers of {@code versions.txt}. */
public final class Releases {
    private static final String FILE = "versions.txt";

    private Releases() {}

    /** Reads the bundle's own file; ascending. */
    public static List<KnownProtocol> load() {
        return ResourceLines.of(FILE).stream()
                .map(line -> line.split(" "))
                .map(words -> new KnownProtocol(
                        Integer.parseInt(words[0]), Arrays.asList(words).subList(1, words.length)))
                .toList();
    }
}
