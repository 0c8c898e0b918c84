// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import io.netty.buffer.ByteBuf;

/**
 * The first bytes that a zlib stream holds, one by one. What zlib would refuse before a byte is refused here too, and so is what has not
 * given the byte within {@value BitWindow#BYTES} bytes: no compressor begins with so many empty blocks. Allocates nothing.
 *
 * <pre>
 *   zlib header │ block: last? stored │ length │ bytes ...
 *               │ block: last? fixed  │ literals, matches, end of block
 *               │ block: last? dynamic│ its codes │ literals, matches, end of block
 * </pre>
 */
public final class StreamHead {
    /** Bytes: so far back can a match reach, since no more bytes are read. */
    public static final int MAX_BYTES = 5;

    /** The next byte is not in what was given. */
    public static final int MISSING = -1;

    /** The stream is not what the format says, ends before the next byte, or has it too far behind. */
    public static final int DAMAGED = -2;

    private static final int BLOCK_ENDS = -3;

    private static final int STORED = 0;
    private static final int FIXED = 1;
    private static final int DYNAMIC = 2;

    /** A code symbol above this one is a match: 257 is one of three bytes. */
    private static final int SYMBOL_LESS_LENGTH = 254;

    /** Matches of more than ten bytes tell a part of their length in bits behind the symbol; the longest, 285, does not. */
    private static final int FIRST_WITH_BITS = 265;

    private static final int LONGEST_MATCH = 285;

    private final BitWindow in = new BitWindow();
    private final BlockCodes codes = new BlockCodes();
    private boolean isCut;
    private boolean hasHeader;
    private boolean isInBlock;
    private boolean isLast;
    private boolean isStored;
    private int storedBytes;
    private int matchBytes;
    private int distance;
    private int count;
    private long history;

    /**
     * Begins with a stream.
     *
     * @param buffer is copied from; its indices do not move
     * @param index where the stream begins
     * @param length how much of it there is
     */
    public void begin(ByteBuf buffer, int index, int length) {
        in.load(buffer, index, length);
        isCut = length > BitWindow.BYTES;
        hasHeader = false;
        isInBlock = false;
        isLast = false;
        matchBytes = 0;
        count = 0;
    }

    /**
     * The next byte; may be asked {@value #MAX_BYTES} times.
     *
     * @return 0..255, or {@link #MISSING} or {@link #DAMAGED}, behind which there is nothing to be asked
     */
    public int next() {
        int value = matchBytes > 0 ? matched() : decoded();
        if (in.isOverrun()) {
            return isCut ? DAMAGED : MISSING;
        }
        history = history << Byte.SIZE | value;
        count++;
        return value;
    }

    private int matched() {
        matchBytes--;
        return (int) (history >>> ((distance - 1) * Byte.SIZE)) & 0xFF;
    }

    private int decoded() {
        if (!hasHeader && !readHeader()) {
            return DAMAGED;
        }
        int value = BLOCK_ENDS;
        while (value == BLOCK_ENDS && !in.isOverrun()) {
            if (!isInBlock && !beginBlock()) {
                return DAMAGED;
            }
            value = isStored ? stored() : coded();
        }
        return value;
    }

    /** RFC 1950, 2.2. A preset dictionary is known to nobody. */
    private boolean readHeader() {
        int method = in.take(Byte.SIZE);
        int flags = in.take(Byte.SIZE);
        hasHeader = true;
        boolean isDeflate = (method & 0xF) == 8 && method >>> 4 <= 7;
        return isDeflate && (method << Byte.SIZE | flags) % 31 == 0 && (flags & 0x20) == 0;
    }

    private boolean beginBlock() {
        if (isLast) {
            return false;
        }
        isLast = in.take(1) == 1;
        int type = in.take(2);
        isInBlock = true;
        isStored = type == STORED;
        return switch (type) {
            case STORED -> beginStored();
            case FIXED -> {
                codes.useFixed();
                yield true;
            }
            case DYNAMIC -> codes.read(in);
            default -> false;
        };
    }

    private boolean beginStored() {
        in.align();
        storedBytes = in.take(Short.SIZE);
        return (in.take(Short.SIZE) ^ 0xFFFF) == storedBytes;
    }

    private int stored() {
        if (storedBytes == 0) {
            isInBlock = false;
            return BLOCK_ENDS;
        }
        storedBytes--;
        return in.take(Byte.SIZE);
    }

    private int coded() {
        int symbol = codes.literals().decode(in);
        if (symbol < BlockCodes.END_OF_BLOCK) {
            return symbol == PrefixCode.NONE ? DAMAGED : symbol;
        }
        if (symbol == BlockCodes.END_OF_BLOCK) {
            isInBlock = false;
            return BLOCK_ENDS;
        }
        return symbol > LONGEST_MATCH ? DAMAGED : beginMatch(symbol);
    }

    /** Of lengths above four it does not matter how much they are above: so many bytes are not asked for. */
    private int beginMatch(int symbol) {
        boolean hasBits = symbol >= FIRST_WITH_BITS && symbol < LONGEST_MATCH;
        in.skip(hasBits ? (symbol - FIRST_WITH_BITS + 4) >> 2 : 0);
        matchBytes = symbol - SYMBOL_LESS_LENGTH;
        // The first four distances have no bits behind them, and no other reaches a byte that there is.
        distance = 1 + codes.distances().decode(in);
        return distance == 0 || distance > count ? DAMAGED : matched();
    }
}
