// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.util.Arrays;

/**
 * A canonical Huffman code (RFC 1951, 3.2.2), known by the length of each symbol's code alone. No table is made of it: with a
 * count for each length a code is followed bit by bit, and its symbol is found by counting. Dearer for each symbol than a
 * table, and free until the first.
 */
final class PrefixCode {
    /** Of one code. */
    static final int MAX_BITS = 15;

    /** There is no such code. */
    static final int NONE = -1;

    private final byte[] lengths;
    private final int[] counts = new int[MAX_BITS + 1];
    private int first;

    /** @param lengths shared: the code's own begin where {@link #begin} says */
    PrefixCode(byte[] lengths) {
        this.lengths = lengths;
    }

    /** Forgets the code before. */
    void begin(int firstLength) {
        first = firstLength;
        Arrays.fill(counts, 0);
    }

    /** For each length, the symbols that have it; whoever fills the lengths counts them. */
    int[] counts() {
        return counts;
    }

    /** Whether zlib takes it: complete, or of no symbol, or of one with a single bit. */
    boolean isValid() {
        int free = 1;
        int longest = 0;
        for (int bits = 1; bits <= MAX_BITS; bits++) {
            free = (free << 1) - counts[bits];
            longest = counts[bits] > 0 ? bits : longest;
            if (free < 0) {
                return false;
            }
        }
        return free == 0 || longest <= 1;
    }

    /** The symbol at the beginning of these bits, or {@link #NONE}. Reads no bit behind it. */
    int decode(BitWindow in) {
        long bits = in.peek();
        int code = 0;
        int firstCode = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            code |= (int) bits & 1;
            int rank = code - firstCode;
            if (rank < counts[length]) {
                in.skip(length);
                return symbol(length, rank);
            }
            firstCode = (firstCode + counts[length]) << 1;
            code <<= 1;
            bits >>>= 1;
        }
        // The shortest code that is none has one bit.
        in.skip(1);
        return NONE;
    }

    private int symbol(int length, int rank) {
        int at = first;
        for (int left = rank; left >= 0; at++) {
            left -= lengths[at] == length ? 1 : 0;
        }
        return at - 1 - first;
    }
}
