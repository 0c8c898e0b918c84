// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes what a plugin threw. Runs methods of the plugin's exception, so it is used on the plugin's threads only. */
final class ThrowableText {
    private static final int MAX_REASON = 300;
    private static final int MAX_FRAMES = 12;

    private ThrowableText() {}

    static Failure describe(Throwable thrown) {
        try {
            return new Failure(oneLine(thrown.toString()), trace(thrown), true);
        } catch (Throwable again) { // an exception may fail while it is described, too
            return Failure.of(thrown.getClass().getName());
        }
    }

    private static String oneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "...";
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
