// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether standard input may be read. A process in the background of a terminal ({@code infrajar &}) that reads from it
 * is stopped by the kernel, all of it (SIGTTIN, tty_ioctl(4)); so it must not even try.
 */
final class TerminalCheck {
    // proc_pid_stat(5), counted from the field behind the command's name: state, ppid, pgrp, session, tty_nr, tpgid
    private static final int PROCESS_GROUP = 2;
    private static final int FOREGROUND_GROUP = 5;

    private final Path process;

    /**
     * A check of one process.
     *
     * @param process its folder in {@code /proc}
     */
    TerminalCheck(Path process) {
        this.process = process;
    }

    /** {@code false} only where it is certain that a read would stop the process. */
    boolean canRead() {
        try {
            return !isTerminal(Files.readSymbolicLink(process.resolve("fd").resolve("0"))) || isForeground();
        } catch (IOException | UnsupportedOperationException e) {
            return true; // not Linux
        }
    }

    private static boolean isTerminal(Path device) {
        return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    }

    private boolean isForeground() throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
        String foreground = fields.get(FOREGROUND_GROUP);
        return foreground.equals("-1") || foreground.equals(fields.get(PROCESS_GROUP));
    }
}
