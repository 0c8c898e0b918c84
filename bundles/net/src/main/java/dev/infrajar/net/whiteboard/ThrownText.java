// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin has thrown, as text: the exception itself would keep the plugin's classes alive.
 *
 * @param reason one line without control characters, at most some 300 characters
 * @param trace a line for each of the first frames, of its cause too, each begun by a line break; may be empty
 */
public record ThrownText(String reason, String trace) {
    private static final int MAX_REASON_CHARS = 300;
    private static final int MAX_FRAMES = 12;

    /**
     * Describes what was thrown. Runs methods of the exception, which may be the plugin's: on a thread that may run those.
     *
     * @param thrown by a plugin
     * @return only the name of its class if describing it fails, too
     */
    public static ThrownText of(Throwable thrown) {
        try {
            return new ThrownText(oneLine(thrown.toString()), trace(thrown));
        } catch (Throwable again) {
            return new ThrownText(thrown.getClass().getName(), "");
        }
    }

    private static String oneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_REASON_CHARS ? line : line.substring(0, MAX_REASON_CHARS) + "...";
    }

    private static String trace(Throwable thrown) {
        String frames = frames(thrown);
        Throwable cause = thrown.getCause();
        return cause == null
                ? frames
                : frames + System.lineSeparator() + "caused by " + oneLine(cause.toString()) + frames(cause);
    }

    private static String frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(MAX_FRAMES)
                .map(frame -> System.lineSeparator() + "    at " + frame)
                .collect(Collectors.joining());
    }
}
