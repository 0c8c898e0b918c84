// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file the file, as it was named
 * @param line 1 or more; 0 when the whole file is meant
 * @param column 1 or more; 0 when the whole file is meant
 * @param message key, value, the rule it broke, and what to do
 */
public record ConfigProblem(String file, int line, int column, String message) {
    /** The form in which compilers report: {@code file:line:column: message}. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
