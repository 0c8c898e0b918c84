// SPDX-License-Identifier: Apache-2.0
package com.example.chatfilter;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words to be found in messages: whole ones, in upper or lower case.
 *
 * @param words in lower case
 */
record WordList(Set<String> words) {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    WordList {
        words = Set.copyOf(words);
    }

    boolean isIn(String message) {
        return WORD.matcher(message).results().anyMatch(this::isListed);
    }

    /** The message with an asterisk for each letter of a listed word, as long as before. */
    String mask(String message) {
        return WORD.matcher(message)
                .replaceAll(found -> isListed(found) ? "*".repeat(found.group().length()) : found.group());
    }

    private boolean isListed(MatchResult found) {
        return words.contains(found.group().toLowerCase(Locale.ROOT));
    }
}
