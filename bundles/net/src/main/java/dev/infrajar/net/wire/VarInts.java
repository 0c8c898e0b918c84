// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import io.netty.buffer.ByteBuf;

/** VarInts: seven bits a byte, the lowest first, the eighth bit set on all bytes but the last. */
public final class VarInts {
    /** The most bytes of a VarInt. */
    public static final int MAX_BYTES = 5;

    private static final int VALUE_BITS = 7;
    private static final int VALUE_MASK = 0x7F;
    private static final int CONTINUE_BIT = 0x80;

    private VarInts() {}

    /**
     * The number of bytes a value takes.
     *
     * @param value any
     * @return 1..5; 5 for negative values
     */
    public static int size(int value) {
        // ceil(significant bits / 7), at least 1; the bit trick needs no branch.
        return ((Integer.SIZE - Integer.numberOfLeadingZeros(value | 1)) * 9 + 64) >>> 6;
    }

    /**
     * Writes a value.
     *
     * @param out grows by {@link #size} bytes
     * @param value any
     */
    public static void write(ByteBuf out, int value) {
        int rest = value;
        while ((rest & ~VALUE_MASK) != 0) {
            out.writeByte((rest & VALUE_MASK) | CONTINUE_BIT);
            rest >>>= VALUE_BITS;
        }
        out.writeByte(rest);
    }

    /**
     * Reads a value.
     *
     * @param in its reader index moves behind the VarInt
     * @return the value
     * @throws WireException if the VarInt is longer than five bytes or does not end within the buffer
     */
    public static int read(ByteBuf in) {
        int value = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            if (!in.isReadable()) {
                throw WireException.TRUNCATED;
            }
            byte next = in.readByte();
            value |= (next & VALUE_MASK) << (i * VALUE_BITS);
            if (next >= 0) {
                return value;
            }
        }
        throw WireException.VARINT_TOO_LONG;
    }

    /**
     * Looks at a value without taking it. Allocates nothing.
     *
     * @param in its indexes do not move
     * @param index where the VarInt begins
     * @param end behind the last byte that may belong to it, at most the writer index
     * @return value and length, for {@link #peekedValue} and {@link #peekedBytes}
     * @throws WireException if the VarInt is longer than five bytes or does not end before {@code end}
     */
    public static long peek(ByteBuf in, int index, int end) {
        int value = 0;
        int limit = Math.min(end - index, MAX_BYTES);
        for (int i = 0; i < limit; i++) {
            byte next = in.getByte(index + i);
            value |= (next & VALUE_MASK) << (i * VALUE_BITS);
            if (next >= 0) {
                return (long) (i + 1) << Integer.SIZE | Integer.toUnsignedLong(value);
            }
        }
        throw limit == MAX_BYTES ? WireException.VARINT_TOO_LONG : WireException.TRUNCATED;
    }

    /**
     * The value that was peeked.
     *
     * @param peeked what {@link #peek} gave
     * @return any
     */
    public static int peekedValue(long peeked) {
        return (int) peeked;
    }

    /**
     * The length of what was peeked, in the form it had: zeros may have been padded.
     *
     * @param peeked what {@link #peek} gave
     * @return bytes, 1..5
     */
    public static int peekedBytes(long peeked) {
        return (int) (peeked >>> Integer.SIZE);
    }
}
