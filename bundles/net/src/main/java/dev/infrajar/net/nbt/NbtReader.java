// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads trees from the network. The memory of a tree is counted while it grows, in estimates for a 64-bit JVM: nothing is
 * allocated for a length before as many bytes have arrived, and no more in all than the limits allow.
 */
public final class NbtReader {
    private static final int TAG_HEAP_BYTES = 24;
    private static final int ARRAY_HEAP_BYTES = 24 + TAG_HEAP_BYTES;
    private static final int TEXT_HEAP_BYTES = 48;
    private static final int LIST_HEAP_BYTES = 48;
    private static final int ELEMENT_HEAP_BYTES = 8;
    private static final int COMPOUND_HEAP_BYTES = 160;
    private static final int ENTRY_HEAP_BYTES = 96;

    private final ByteBuf in;
    private long heapBytesLeft;

    private NbtReader(ByteBuf in, NbtLimits limits) {
        this.in = in;
        this.heapBytesLeft = limits.heapBytes();
    }

    /**
     * Reads a tree.
     *
     * @param in its reader index moves behind the tree
     * @param root how the outermost tag is written
     * @param limits what the tree may cost
     * @return the tree; empty if there is only an end tag, which means "none"
     * @throws WireException if it is malformed, does not end within the buffer, or crosses a limit
     */
    public static Optional<NbtTag> read(ByteBuf in, NbtRoot root, NbtLimits limits) {
        NbtType type = rootType(in, root);
        return type == NbtType.END
                ? Optional.empty()
                : Optional.of(new NbtReader(in, limits).payload(type, limits.depth()));
    }

    /**
     * Moves behind a tree without building it. Allocates nothing.
     *
     * @param in its reader index moves behind the tree
     * @param root how the outermost tag is written
     * @param limits only the depth counts
     * @throws WireException if it is malformed, does not end within the buffer, or is too deep; texts are not looked into
     */
    public static void skip(ByteBuf in, NbtRoot root, NbtLimits limits) {
        NbtType type = rootType(in, root);
        if (type != NbtType.END) {
            NbtSkip.payload(in, type, limits.depth());
        }
    }

    private static NbtType rootType(ByteBuf in, NbtRoot root) {
        NbtType type = readType(in);
        if (root == NbtRoot.NAMED && type != NbtType.END) {
            ModifiedUtf8.skip(in);
        }
        return type;
    }

    static NbtType readType(ByteBuf in) {
        require(in, 1);
        return NbtType.of(in.readByte());
    }

    static void require(ByteBuf in, long bytes) {
        if (in.readableBytes() < bytes) {
            throw WireException.TRUNCATED;
        }
    }

    /** Reads a count of elements and makes sure that as many can have arrived. */
    static int readCount(ByteBuf in, int minElementBytes) {
        require(in, Integer.BYTES);
        int count = in.readInt();
        if (count < 0) {
            throw WireException.NBT_MALFORMED;
        }
        require(in, (long) count * minElementBytes);
        return count;
    }

    private void spend(long heapBytes) {
        heapBytesLeft -= heapBytes;
        if (heapBytesLeft < 0) {
            throw WireException.NBT_TOO_LARGE;
        }
    }

    private NbtTag payload(NbtType type, int depthLeft) {
        return switch (type) {
            case END -> throw WireException.NBT_MALFORMED;
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> number(type);
            case BYTE_ARRAY, INT_ARRAY, LONG_ARRAY -> array(type);
            case STRING -> new NbtTag.Text(text());
            case LIST -> list(depthLeft);
            case COMPOUND -> compound(depthLeft);
        };
    }

    private NbtTag number(NbtType type) {
        spend(TAG_HEAP_BYTES);
        require(in, NbtSkip.fixedBytes(type));
        return switch (type) {
            case BYTE -> new NbtTag.Int8(in.readByte());
            case SHORT -> new NbtTag.Int16(in.readShort());
            case INT -> new NbtTag.Int32(in.readInt());
            case LONG -> new NbtTag.Int64(in.readLong());
            case FLOAT -> new NbtTag.Float32(in.readFloat());
            case DOUBLE -> new NbtTag.Float64(in.readDouble());
            default -> throw new IllegalArgumentException(type + " is no number");
        };
    }

    private NbtTag array(NbtType type) {
        int elementBytes = NbtSkip.elementBytes(type);
        int count = readCount(in, elementBytes);
        spend(ARRAY_HEAP_BYTES + (long) count * elementBytes);
        return switch (type) {
            case BYTE_ARRAY -> new NbtTag.ByteArray(bytes(count));
            case INT_ARRAY -> new NbtTag.IntArray(ints(count));
            default -> new NbtTag.LongArray(longs(count));
        };
    }

    private byte[] bytes(int count) {
        byte[] values = new byte[count];
        in.readBytes(values);
        return values;
    }

    private int[] ints(int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private long[] longs(int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readLong();
        }
        return values;
    }

    private String text() {
        require(in, Short.BYTES);
        spend(TAG_HEAP_BYTES + TEXT_HEAP_BYTES + (long) in.getUnsignedShort(in.readerIndex()) * Character.BYTES);
        return ModifiedUtf8.read(in);
    }

    private NbtTag list(int depthLeft) {
        if (depthLeft == 0) {
            throw WireException.NBT_TOO_DEEP;
        }
        NbtType type = readType(in);
        int count = readCount(in, NbtSkip.minBytes(type));
        if (type == NbtType.END && count > 0) {
            throw WireException.NBT_MALFORMED;
        }
        spend(LIST_HEAP_BYTES + (long) count * ELEMENT_HEAP_BYTES);
        List<NbtTag> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(payload(type, depthLeft - 1));
        }
        return new NbtTag.Sequence(values);
    }

    private NbtTag compound(int depthLeft) {
        if (depthLeft == 0) {
            throw WireException.NBT_TOO_DEEP;
        }
        spend(COMPOUND_HEAP_BYTES);
        Map<String, NbtTag> values = new LinkedHashMap<>();
        for (NbtType type = readType(in); type != NbtType.END; type = readType(in)) {
            spend(ENTRY_HEAP_BYTES);
            String name = text();
            values.put(name, payload(type, depthLeft - 1));
        }
        return new NbtTag.Compound(values);
    }
}
