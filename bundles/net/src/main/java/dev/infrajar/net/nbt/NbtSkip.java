// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** Moves behind payloads, and knows how many bytes they take. */
final class NbtSkip {
    private NbtSkip() {}

    static void payload(ByteBuf in, NbtType type, int depthLeft) {
        switch (type) {
            case END -> throw WireException.NBT_MALFORMED;
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> bytes(in, fixedBytes(type));
            case BYTE_ARRAY, INT_ARRAY, LONG_ARRAY -> array(in, elementBytes(type));
            case STRING -> ModifiedUtf8.skip(in);
            case LIST -> list(in, depthLeft);
            case COMPOUND -> compound(in, depthLeft);
        }
    }

    private static void bytes(ByteBuf in, int count) {
        NbtReader.require(in, count);
        in.skipBytes(count);
    }

    private static void array(ByteBuf in, int elementBytes) {
        int count = NbtReader.readCount(in, elementBytes);
        in.skipBytes(count * elementBytes);
    }

    private static void list(ByteBuf in, int depthLeft) {
        if (depthLeft == 0) {
            throw WireException.NBT_TOO_DEEP;
        }
        NbtType type = NbtReader.readType(in);
        int count = NbtReader.readCount(in, minBytes(type));
        if (type == NbtType.END && count > 0) {
            throw WireException.NBT_MALFORMED;
        }
        for (int i = 0; i < count; i++) {
            payload(in, type, depthLeft - 1);
        }
    }

    private static void compound(ByteBuf in, int depthLeft) {
        if (depthLeft == 0) {
            throw WireException.NBT_TOO_DEEP;
        }
        for (NbtType type = NbtReader.readType(in); type != NbtType.END; type = NbtReader.readType(in)) {
            ModifiedUtf8.skip(in);
            payload(in, type, depthLeft - 1);
        }
    }

    /** The bytes of a number. */
    static int fixedBytes(NbtType type) {
        return switch (type) {
            case BYTE -> Byte.BYTES;
            case SHORT -> Short.BYTES;
            case INT, FLOAT -> Integer.BYTES;
            case LONG, DOUBLE -> Long.BYTES;
            default -> throw new IllegalArgumentException(type + " is no number");
        };
    }

    /** The bytes of an element of an array. */
    static int elementBytes(NbtType type) {
        return switch (type) {
            case BYTE_ARRAY -> Byte.BYTES;
            case INT_ARRAY -> Integer.BYTES;
            case LONG_ARRAY -> Long.BYTES;
            default -> throw new IllegalArgumentException(type + " is no array");
        };
    }

    /** The fewest bytes a payload can have. */
    static int minBytes(NbtType type) {
        return switch (type) {
            case END -> 0;
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> fixedBytes(type);
            case STRING -> Short.BYTES;
            case BYTE_ARRAY, INT_ARRAY, LONG_ARRAY -> Integer.BYTES;
            case LIST -> Byte.BYTES + Integer.BYTES;
            case COMPOUND -> Byte.BYTES;
        };
    }
}
