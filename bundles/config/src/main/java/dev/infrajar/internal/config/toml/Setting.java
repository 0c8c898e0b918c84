// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config.toml;

/**
 * A key with its value, as a file would have them.
 *
 * @param key the path from the top of the file, {@code rate_limit.window}
 * @param value in TOML, or {@link #NOT_SET}
 * @param isAtStartOnly whether a change takes effect at the next start only
 */
public record Setting(String key, String value, boolean isAtStartOnly) {
    /** The value of a key that may be missing, and is. */
    public static final String NOT_SET = "not set";
}
