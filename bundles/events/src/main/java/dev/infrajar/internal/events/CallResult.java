// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import org.jspecify.annotations.Nullable;

/**
 * How one call into a plugin ended.
 *
 * @param <R> what the call answers
 */
sealed interface CallResult<R extends @Nullable Object> {
    /** The plugin returned; whether its answer makes sense is not known yet. */
    record Answered<R extends @Nullable Object>(R value) implements CallResult<R> {}

    /** The plugin threw, or did not answer in time. */
    record Failed<R extends @Nullable Object>(Failure failure) implements CallResult<R> {}

    /** The plugin left while it was asked, or the one who asked did: nobody failed. */
    record Gone<R extends @Nullable Object>() implements CallResult<R> {}
}
