// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The code lengths of a dynamic block (RFC 1951, 3.2.7): themselves Huffman coded, with runs. Nearly all of the time that the
 * first byte of a stream takes is spent in {@link #read}.
 *
 * <pre>
 *   entry of the table   │31        │23..16    │15..12    │11..8     │7..4       │3..0       │
 *                        │ previous │ least run│ value    │ all bits │ run's bits│ code's    │
 * </pre>
 */
final class CodeLengths {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A byte in each byte of a long. */
    private static final long EACH_BYTE = 0x0101010101010101L;

    /** In the order in which their lengths come. */
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final int MAX_BITS = 7;

    /** Of a symbol with the bits of its run. */
    private static final int MAX_SYMBOL_BITS = MAX_BITS + 7;

    /** The symbols that are no lengths: 16 repeats the one before, 17 and 18 are runs of zeros. */
    private static final int PREVIOUS = 16;

    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private final byte[] symbolBits = new byte[ORDER.length];
    private final int[] counts = new int[MAX_BITS + 1];
    private final int[] nextCode = new int[MAX_BITS + 1];
    private final int[] table = new int[1 << MAX_BITS];
    private final byte[] lengths;
    private int tableBits;
    private int length;
    private int previous;

    /** @param lengths where to put them; has room for a run behind the last */
    CodeLengths(byte[] lengths) {
        this.lengths = lengths;
    }

    /** Reads the code of the lengths. Whether zlib takes it: it must be complete. */
    boolean begin(BitWindow in, int told) {
        length = 0;
        previous = -1;
        Arrays.fill(counts, 0);
        Arrays.fill(symbolBits, (byte) 0);
        long bits = in.peek();
        for (int i = 0; i < told; i++) {
            int count = (int) (bits >>> (3 * i)) & 7;
            symbolBits[ORDER[i]] = (byte) count;
            counts[count]++;
        }
        in.skip(3 * told);
        if (!isComplete()) {
            return false;
        }
        fillTable();
        return true;
    }

    /** How many lengths have been read. */
    int count() {
        return length;
    }

    /** The last one. */
    int previous() {
        return previous;
    }

    /**
     * Reads on. A run may be longer than what it was to fill.
     *
     * @param end as many as there must be
     * @param ofLength counts the symbols of each length
     * @return whether there is nothing wrong with them
     */
    boolean read(BitWindow in, int end, int[] ofLength) {
        int at = length;
        int last = previous;
        int mask = (1 << tableBits) - 1;
        while (at < end && !in.isOverrun()) {
            long bits = in.peek();
            int used = 0;
            while (at < end && used <= BitWindow.PEEKED_BITS - MAX_SYMBOL_BITS) {
                int entry = table[(int) bits & mask];
                int run = (entry >>> 16 & 0xFF) + ((int) (bits >>> (entry & 0xF)) & ((1 << (entry >>> 4 & 0xF)) - 1));
                int value = entry < 0 ? last : entry >>> 12 & 0xF;
                int symbolBits = entry >>> 8 & 0xF;
                bits >>>= symbolBits;
                used += symbolBits;
                if (value < 0) {
                    in.skip(used);
                    return false;
                }
                fill(at, run, value);
                ofLength[value] += run;
                at += run;
                last = value;
            }
            in.skip(used);
        }
        length = at;
        previous = last;
        return at >= end;
    }

    /** May write behind the run. */
    private void fill(int at, int run, int value) {
        long eight = value * EACH_BYTE;
        LONG.set(lengths, at, eight);
        for (int done = Long.BYTES; done < run; done += Long.BYTES) {
            LONG.set(lengths, at + done, eight);
        }
    }

    private boolean isComplete() {
        int free = 1;
        int code = 0;
        tableBits = 0;
        for (int bits = 1; bits <= MAX_BITS; bits++) {
            nextCode[bits] = code;
            code = (code + counts[bits]) << 1;
            free = (free << 1) - counts[bits];
            tableBits = counts[bits] > 0 ? bits : tableBits;
            if (free < 0) {
                return false;
            }
        }
        return free == 0;
    }

    private void fillTable() {
        int size = 1 << tableBits;
        for (int symbol = 0; symbol < symbolBits.length; symbol++) {
            int bits = symbolBits[symbol];
            if (bits > 0) {
                int entry = entry(symbol, bits);
                for (int at = Integer.reverse(nextCode[bits]++) >>> (32 - bits); at < size; at += 1 << bits) {
                    table[at] = entry;
                }
            }
        }
    }

    private static int entry(int symbol, int bits) {
        return switch (symbol) {
            case PREVIOUS -> 1 << 31 | run(3, 2, bits);
            case ZEROS -> run(3, 3, bits);
            case MANY_ZEROS -> run(11, 7, bits);
            default -> symbol << 12 | run(1, 0, bits);
        };
    }

    private static int run(int least, int runBits, int bits) {
        return least << 16 | (bits + runBits) << 8 | runBits << 4 | bits;
    }
}
