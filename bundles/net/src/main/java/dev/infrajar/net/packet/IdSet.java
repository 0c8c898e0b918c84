// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** An immutable set of packet ids, made once for a session and asked for every packet. */
public final class IdSet {
    /** Contains nothing. */
    public static final IdSet NONE = new IdSet(new long[0]);

    /** No table comes near; a set never takes more than 512 bytes. */
    private static final int MAX_ID = 4095;

    private final long[] words;

    private IdSet(long[] words) {
        this.words = words;
    }

    /**
     * A set of ids.
     *
     * @param ids 0..4095 each
     * @return the set
     * @throws IllegalArgumentException if an id is out of range
     */
    public static IdSet of(int... ids) {
        int greatest = -1;
        for (int id : ids) {
            if (id < 0 || id > MAX_ID) {
                throw new IllegalArgumentException("packet id " + id + ", must be 0 to " + MAX_ID);
            }
            greatest = Math.max(greatest, id);
        }
        if (greatest < 0) {
            return NONE;
        }
        long[] words = new long[greatest / Long.SIZE + 1];
        for (int id : ids) {
            words[id / Long.SIZE] |= 1L << id;
        }
        return new IdSet(words);
    }

    /**
     * A set of ids.
     *
     * @param ids 0..4095 each
     * @return the set
     * @throws IllegalArgumentException if an id is out of range
     */
    public static IdSet of(Collection<Integer> ids) {
        return of(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Whether an id is in the set. Allocates nothing, branches once.
     *
     * @param id any number, also one a hostile peer made up
     * @return whether it is
     */
    public boolean contains(int id) {
        int word = id >>> 6;
        return word < words.length && (words[word] >>> id & 1) != 0;
    }

    /**
     * Whether nothing is in the set.
     *
     * @return whether {@link #contains} is never true
     */
    public boolean isEmpty() {
        return words.length == 0;
    }

    /**
     * This set and another.
     *
     * @param other any
     * @return a set of all ids of both
     */
    public IdSet union(IdSet other) {
        return of(IntStream.concat(ids(), other.ids()).toArray());
    }

    /**
     * The ids, for tests and the console.
     *
     * @return ascending
     */
    public IntStream ids() {
        return IntStream.range(0, words.length * Long.SIZE).filter(this::contains);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return ids().boxed().toList().toString();
    }
}
