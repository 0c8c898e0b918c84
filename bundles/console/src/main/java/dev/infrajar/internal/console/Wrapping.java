// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines. */
final class Wrapping {
    /** Narrower than this, lines are as long as they are. */
    private static final int NARROWEST = 16;

    private Wrapping() {}

    /** Breaks at spaces; a word that is longer than a line has a line of its own. */
    static List<String> wrap(String text, int width) {
        if (width < NARROWEST || text.length() <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
