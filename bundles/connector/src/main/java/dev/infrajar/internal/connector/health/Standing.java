// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

/** In which order backends are tried: all of one before the first of the next. */
public enum Standing {
    /** Up, as far as anybody knows. */
    READY,
    /** Has failed, and might do so again. */
    DOUBTFUL,
    /** Known to be down: the last resort. */
    OUT
}
