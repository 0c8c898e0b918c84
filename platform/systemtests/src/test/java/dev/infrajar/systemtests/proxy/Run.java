// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.proxy;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;

/**
 * A run of the launcher that ended by itself.
 *
 * @param exitCode its exit code
 * @param output all that it printed
 */
public record Run(int exitCode, String output) {
    /**
     * Runs the shared installation to its end.
     *
     * @param children owns the process
     * @param workspace the configuration
     * @param arguments as on a command line
     * @return ended
     */
    public static Run of(Children children, Workspace workspace, String... arguments) {
        return of(children, Installation.shared().command(workspace.directory(), arguments));
    }

    /**
     * Runs anything to its end.
     *
     * @param children owns the process
     * @param command what to run
     * @return ended
     */
    public static Run of(Children children, ProcessBuilder command) {
        ChildProcess process = children.start("infrajar", command);
        int exitCode = process.awaitExit(Proxy.START);
        return new Run(exitCode, String.join("\n", process.lines()));
    }
}
