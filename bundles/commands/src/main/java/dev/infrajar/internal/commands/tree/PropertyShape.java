// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** What follows the parser of an argument: as the words of {@code parsers.txt}. */
enum PropertyShape {
    /** Nothing. */
    NONE,
    /** A byte of flags. */
    BYTE,
    /** A VarInt. */
    VARINT,
    /** Four bytes. */
    I32,
    /** A string. */
    STRING,
    /** A byte that says which of least and greatest value follow, four bytes each. */
    RANGE_32,
    /** The same with eight bytes each. */
    RANGE_64;

    private static final int HAS_MIN = 1;
    private static final int HAS_MAX = 2;

    static PropertyShape of(String word) {
        return switch (word) {
            case "byte" -> BYTE;
            case "varint" -> VARINT;
            case "i32" -> I32;
            case "string" -> STRING;
            case "range32" -> RANGE_32;
            case "range64" -> RANGE_64;
            default -> throw new IllegalArgumentException("unknown shape " + word);
        };
    }

    /** Moves behind the properties. */
    void skip(ByteBuf in) {
        switch (this) {
            case NONE -> {}
            case BYTE -> skipBytes(in, Byte.BYTES);
            case VARINT -> VarInts.read(in);
            case I32 -> skipBytes(in, Integer.BYTES);
            case STRING -> TreeStrings.skip(in);
            case RANGE_32 -> skipRange(in, Integer.BYTES);
            case RANGE_64 -> skipRange(in, Long.BYTES);
        }
    }

    private static void skipRange(ByteBuf in, int valueBytes) {
        int flags = TreeReader.readByte(in);
        int values = ((flags & HAS_MIN) == 0 ? 0 : 1) + ((flags & HAS_MAX) == 0 ? 0 : 1);
        skipBytes(in, values * valueBytes);
    }

    private static void skipBytes(ByteBuf in, int bytes) {
        if (in.readableBytes() < bytes) {
            throw WireException.TRUNCATED;
        }
        in.skipBytes(bytes);
    }
}
