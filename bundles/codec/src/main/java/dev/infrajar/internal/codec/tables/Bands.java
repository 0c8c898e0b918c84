// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values by protocol number: each holds from its first number up to the next value's. Immutable.
 *
 * @param <T> what changes between versions
 */
public final class Bands<T> {
    private final NavigableMap<Integer, T> byFirst;

    private Bands(NavigableMap<Integer, T> byFirst) {
        this.byFirst = byFirst;
    }

    /** Bands whose first one begins at a number; below it is nothing. */
    public static <T> Bands<T> from(int first, T value) {
        return new Bands<>(new TreeMap<>(Map.of(first, value)));
    }

    /**
     * The same bands with one more.
     *
     * @throws IllegalArgumentException if it does not begin above all others
     */
    public Bands<T> since(int first, T value) {
        if (first <= byFirst.lastKey()) {
            throw new IllegalArgumentException(first + " does not follow " + byFirst.lastKey());
        }
        NavigableMap<Integer, T> grown = new TreeMap<>(byFirst);
        grown.put(first, value);
        return new Bands<>(grown);
    }

    /** The value of a number; empty below the first band. */
    public Optional<T> at(int protocol) {
        return Optional.ofNullable(byFirst.floorEntry(protocol)).map(Map.Entry::getValue);
    }

    /** The bands by their first number, ascending. */
    public NavigableMap<Integer, T> byFirst() {
        return Collections.unmodifiableNavigableMap(byFirst);
    }
}
