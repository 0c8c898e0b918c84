// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

/**
 * What an answer of a plugin means.
 *
 * @param <T> the meaning
 */
sealed interface Read<T> {
    /** The answer can be used. */
    record Valid<T>(T value) implements Read<T> {}

    /** The answer cannot be used; the reason says why, in one line. */
    record Invalid<T>(String reason) implements Read<T> {}
}
