// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signals of POSIX, which Java sends in part only. */
public final class Signals {
    private static final long INTERRUPT_BIT = 1L << (2 - 1);

    private Signals() {}

    /**
     * Sends a signal.
     *
     * @param signal its name without SIG, for example TERM
     * @param process who gets it
     */
    public static void send(String signal, ProcessHandle process) {
        try {
            int exitCode = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new AssertionError("kill ended with " + exitCode);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while sending a signal", stopped);
        }
    }

    /**
     * Whether this process ignores SIGINT, and with it all that it starts: a shell without job control starts its
     * background jobs so (POSIX, 2.11 Signals and Error Handling), and a JVM respects it.
     *
     * @return false where /proc does not tell
     */
    public static boolean isInterruptIgnored() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try {
            String ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .findFirst()
                    .orElse("SigIgn: 0");
            long mask =
                    Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16);
            return (mask & INTERRUPT_BIT) != 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
