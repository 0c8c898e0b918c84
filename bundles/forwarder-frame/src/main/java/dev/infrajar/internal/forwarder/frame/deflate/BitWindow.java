// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The beginning of a stream, as bits: those of a byte come lowest first (RFC 1951, 3.1.1). Behind its end there are zeros
 * without end; whoever has used some of them finds the window {@linkplain #isOverrun overrun}.
 */
final class BitWindow {
    /** Bytes: more than the longest description of a block's codes, which has 3 + 14 + 19 * 3 + 316 * 14 bits. */
    static final int BYTES = 640;

    /** So many of the bits that are {@linkplain #peek peeked} are valid. */
    static final int PEEKED_BITS = 57;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes = new byte[BYTES + Long.BYTES];
    private int endBit;
    private int position;

    /** Copies as much as fits. The indices of the buffer do not move. */
    void load(ByteBuf in, int index, int length) {
        int loaded = Math.min(length, BYTES);
        in.getBytes(index, bytes, 0, loaded);
        LONG.set(bytes, loaded, 0L);
        endBit = loaded * Byte.SIZE;
        position = 0;
    }

    /** The next {@value #PEEKED_BITS} bits, the first one lowest. */
    long peek() {
        return position > endBit ? 0 : (long) LONG.get(bytes, position >>> 3) >>> (position & 7);
    }

    void skip(int bits) {
        position += bits;
    }

    /** The next bits as a number; 32 at most. */
    int take(int bits) {
        int taken = (int) (peek() & ((1L << bits) - 1));
        position += bits;
        return taken;
    }

    /** Skips what is left of a byte that has begun. */
    void align() {
        position = (position + 7) & -8;
    }

    /** Whether bits have been used that there are not. */
    boolean isOverrun() {
        return position > endBit;
    }
}
