// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How many files this process may have open. */
final class OpenFiles {
    /** What a process needs besides its connections: jars, libraries, epoll. */
    static final int RESERVE = 64;

    private static final String LINE = "Max open files";

    private OpenFiles() {}

    /** The limit; empty where there is none, or the system does not tell. */
    static OptionalLong limit() {
        Path limits = Path.of("/proc/self/limits");
        try {
            return Files.isReadable(limits) ? limit(Files.readString(limits)) : OptionalLong.empty();
        } catch (IOException e) {
            // Only a hint is lost: a connect beyond the limit says the same, later.
            return OptionalLong.empty();
        }
    }

    /** The soft limit in the text of {@code /proc/self/limits} (proc(5)). */
    static OptionalLong limit(String text) {
        return text.lines()
                .filter(line -> line.startsWith(LINE))
                .map(line -> line.substring(LINE.length()).strip().split("\\s+", -1)[0])
                .filter(soft -> !soft.equals("unlimited"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /**
     * Checks that so many connections fit.
     *
     * @throws IllegalArgumentException if they do not; the message says what to do
     */
    static void require(int connections, OptionalLong limit) {
        long needed = (long) connections + RESERVE;
        if (limit.isPresent() && limit.getAsLong() < needed) {
            throw new IllegalArgumentException(
                    "%d connections need about %d open files, and this process may have %d: lower --concurrent, or raise the limit with ulimit -n"
                            .formatted(connections, needed, limit.getAsLong()));
        }
    }
}
