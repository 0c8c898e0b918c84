// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.time.Duration;

/**
 * What asking for the records of a name gave.
 *
 * @param <V> what the records say
 */
public sealed interface Answer<V> {
    /**
     * There are records.
     *
     * @param value what they say
     * @param ttl how long they may be kept
     */
    record Found<V>(V value, Duration ttl) implements Answer<V> {}

    /**
     * The name is known to have no such records.
     *
     * @param reason in plain words
     */
    record None<V>(String reason) implements Answer<V> {}

    /**
     * Nobody could tell.
     *
     * @param reason in plain words
     */
    record Failed<V>(String reason) implements Answer<V> {}
}
