// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.util.Arrays;

/** The codes of a compressed block: one for literals and match lengths, one for distances. */
final class BlockCodes {
    /** The symbol behind the last byte of a block. */
    static final int END_OF_BLOCK = 256;

    /** How many symbols of each kind zlib takes. */
    private static final int MAX_LITERALS = 286;

    private static final int MAX_DISTANCES = 30;

    /** Of the longest run, and of the long it is written with. */
    private static final int ROOM = 138 + Long.BYTES;

    private final byte[] lengths = new byte[MAX_LITERALS + 2 + 32 + ROOM];
    private final CodeLengths told = new CodeLengths(lengths);
    private final PrefixCode literals = new PrefixCode(lengths);
    private final PrefixCode distances = new PrefixCode(lengths);

    /** The code for bytes, the end of the block, and the lengths of matches. */
    PrefixCode literals() {
        return literals;
    }

    PrefixCode distances() {
        return distances;
    }

    /** The codes that need no description (RFC 1951, 3.2.6). */
    void useFixed() {
        literals.begin(0);
        fill(literals, 0, 144, 8);
        fill(literals, 144, 256, 9);
        fill(literals, 256, 280, 7);
        fill(literals, 280, 288, 8);
        distances.begin(288);
        fill(distances, 288, 320, 5);
    }

    /** Reads the description of a block's own codes. Whether zlib takes them. */
    boolean read(BitWindow in) {
        int literalCount = 257 + in.take(5);
        int distanceCount = 1 + in.take(5);
        int toldCount = 4 + in.take(4);
        if (literalCount > MAX_LITERALS || distanceCount > MAX_DISTANCES) {
            return false;
        }
        return told.begin(in, toldCount) && read(in, literalCount, literalCount + distanceCount);
    }

    private boolean read(BitWindow in, int literalCount, int count) {
        literals.begin(0);
        distances.begin(literalCount);
        if (!told.read(in, literalCount, literals.counts())) {
            return false;
        }
        // A run may begin among the literals and end among the distances.
        int over = told.count() - literalCount;
        literals.counts()[told.previous()] -= over;
        distances.counts()[told.previous()] += over;
        return told.read(in, count, distances.counts())
                && told.count() == count
                && lengths[END_OF_BLOCK] != 0
                && literals.isValid()
                && distances.isValid();
    }

    private void fill(PrefixCode code, int from, int to, int length) {
        Arrays.fill(lengths, from, to, (byte) length);
        code.counts()[length] += to - from;
    }
}
