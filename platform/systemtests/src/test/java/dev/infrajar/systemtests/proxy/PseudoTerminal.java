// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Runs a command on a pseudo terminal, by {@code script} of util-linux: what is typed and shown goes through pipes. */
public final class PseudoTerminal {
    /** {@code -e}: the exit code is the command's. The one of BSD and macOS has other options and lies elsewhere. */
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** What {@code script} runs the command with; whoever starts the tests may have another one, or name none. */
    private static final String SHELL = "/bin/sh";

    /**
     * An interrupt typed on the terminal goes to the shell too. Some shells end by it although the command went on to an
     * end of its own; one with a trap waits for the command. The command itself gets it as ever: traps are not inherited.
     */
    private static final String KEEP_SHELL = "trap : INT; ";

    private PseudoTerminal() {}

    /** Gives up the test where there is no such program. */
    public static void assumeThere() {
        boolean isThere = Files.isExecutable(SCRIPT) && Files.isDirectory(Path.of("/proc/self"));
        if (!isThere) {
            System.out.println("SKIPPED: the tests of the terminal: there is no " + SCRIPT + " of util-linux");
        }
        assumeTrue(isThere, "no " + SCRIPT);
    }

    /**
     * A command on a terminal, and then {@code stty}, which shows how the terminal was left.
     *
     * @param command what to run; its environment and working directory stay
     * @param type {@code TERM}
     * @param columns the width
     * @return not started yet
     */
    public static ProcessBuilder of(ProcessBuilder command, String type, int columns) {
        String words = command.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        command.environment().put("TERM", type);
        command.environment().put("SHELL", SHELL);
        return command.command(
                SCRIPT.toString(),
                "-qefc",
                KEEP_SHELL + "stty cols " + columns + " rows 30; " + words + "; code=$?; stty -a; exit $code",
                "/dev/null");
    }
}
