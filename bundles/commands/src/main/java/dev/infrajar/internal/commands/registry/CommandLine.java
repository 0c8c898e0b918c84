// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was typed: a word, and what follows it.
 *
 * @param label the first word in lower case, without a slash
 * @param rest what follows the space behind it; may be empty
 * @param hasRest whether there is such a space: the label is complete
 */
public record CommandLine(String label, String rest, boolean hasRest) {
    /** Splits a line that has no slash before it. */
    public static CommandLine of(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new CommandLine(line.toLowerCase(Locale.ROOT), "", false)
                : new CommandLine(line.substring(0, space).toLowerCase(Locale.ROOT), line.substring(space + 1), true);
    }

    /** The words of the rest. */
    public List<String> words() {
        return rest.isBlank() ? List.of() : List.of(rest.strip().split(" +"));
    }

    /** The words of the rest for completion: the last one is being typed, and empty behind a space. */
    public List<String> wordsSoFar() {
        List<String> words = new ArrayList<>(words());
        if (words.isEmpty() || rest.endsWith(" ")) {
            words.add("");
        }
        return words;
    }
}
