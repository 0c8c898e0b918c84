// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the name that was meant. */
public final class SimilarNames {
    private static final int MOST = 3;

    /** What other documentation calls some packets, and what minecraft-data does. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "join_game", List.of("login"),
            "disconnect", List.of("kick_disconnect"),
            "plugin_message", List.of("custom_payload"),
            "client_information", List.of("settings"),
            "login_success", List.of("success"),
            "set_compression", List.of("compress"),
            "encryption_request", List.of("encryption_begin"),
            "encryption_response", List.of("encryption_begin"),
            "chunk_data", List.of("map_chunk"));

    private SimilarNames() {}

    /** The names that may have been meant, the most similar first. */
    public static List<String> of(String asked, Collection<String> names) {
        List<String> otherNames = OTHER_NAMES.getOrDefault(asked, List.of()).stream()
                .filter(names::contains)
                .toList();
        Stream<String> near = names.stream()
                .map(name -> new Candidate(name, distance(asked, name)))
                .filter(candidate -> candidate.distance <= Math.max(2, asked.length() / 3)
                        || (asked.length() > 3 && candidate.name.contains(asked)))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
        return Stream.concat(otherNames.stream(), near).distinct().limit(MOST).toList();
    }

    private record Candidate(String name, int distance) {}

    /** How many letters have to be added, removed or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
            }
            above = row;
        }
        return above[other.length()];
    }
}
