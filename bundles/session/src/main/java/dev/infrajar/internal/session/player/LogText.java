// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

/** Text from strangers on its way into a log line: one line, no control characters, bounded. */
public final class LogText {
    private static final int MAX_CHARS = 100;

    private LogText() {}

    /** The text, made harmless. */
    public static String of(String untrusted) {
        return isHarmless(untrusted) ? untrusted : cleaned(untrusted);
    }

    /** Nearly always, so nothing is copied. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.length() <= MAX_CHARS;
    }

    private static String cleaned(String untrusted) {
        StringBuilder clean = new StringBuilder(Math.min(untrusted.length(), MAX_CHARS + 1));
        untrusted
                .codePoints()
                .limit(MAX_CHARS)
                .forEach(c -> clean.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        if (untrusted.codePointCount(0, untrusted.length()) > MAX_CHARS) {
            clean.append('…');
        }
        return clean.toString();
    }
}
