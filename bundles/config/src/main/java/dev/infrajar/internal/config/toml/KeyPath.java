// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;

/**
 * The way to a value.
 *
 * @param steps a String for each key of a table, an Integer for each index of a list, from the top of the file
 */
record KeyPath(List<Object> steps) {
    KeyPath {
        steps = List.copyOf(steps);
    }

    static KeyPath of(List<String> keys) {
        return new KeyPath(new ArrayList<>(keys));
    }

    /**
     * Reads the form of tomlj's messages, {@code a."b c"[2].d}.
     *
     * @param prefix the table that the path starts from
     */
    static KeyPath parse(List<String> prefix, String text) {
        List<Object> steps = new ArrayList<>(prefix);
        int at = 0;
        while (at < text.length()) {
            int end = endOfStep(text, at);
            if (text.charAt(at) == '[') {
                steps.add(Integer.valueOf(text.substring(at + 1, end - 1)));
            } else {
                steps.addAll(Toml.parseDottedKey(text.substring(at, end)));
            }
            at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        }
        return new KeyPath(steps);
    }

    private static int endOfStep(String text, int start) {
        if (text.charAt(start) == '[') {
            return text.indexOf(']', start) + 1;
        }
        boolean isQuoted = false;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && isQuoted) {
                at++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '.' || c == '[')) {
                return at;
            }
        }
        return text.length();
    }

    KeyPath then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new KeyPath(longer);
    }

    /** The keys up to the first list. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Object step : steps) {
            if (!(step instanceof String key)) {
                break;
            }
            keys.add(key);
        }
        return keys;
    }

    /** The form of tomlj's messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(Toml.joinKeyPath(List.of((String) step)));
            }
        }
        return text.toString();
    }
}
