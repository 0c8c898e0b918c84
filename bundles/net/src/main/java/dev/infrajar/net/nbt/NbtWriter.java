// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.Optional;

/** Writes trees for the network. */
public final class NbtWriter {
    private NbtWriter() {}

    /**
     * Writes a tree.
     *
     * @param out grows by the tree
     * @param root how the outermost tag is written
     * @param tag the tree
     * @throws IllegalArgumentException if a text has more than 65,535 bytes
     */
    public static void write(ByteBuf out, NbtRoot root, NbtTag tag) {
        writeType(out, tag.type());
        if (root == NbtRoot.NAMED) {
            ModifiedUtf8.write(out, "");
        }
        payload(out, tag);
    }

    /**
     * Writes a tree, or a single end tag for none.
     *
     * @param out grows by the tree
     * @param root how the outermost tag is written
     * @param tag the tree
     */
    public static void write(ByteBuf out, NbtRoot root, Optional<NbtTag> tag) {
        tag.ifPresentOrElse(present -> write(out, root, present), () -> writeType(out, NbtType.END));
    }

    private static void writeType(ByteBuf out, NbtType type) {
        out.writeByte(type.id());
    }

    private static void payload(ByteBuf out, NbtTag tag) {
        switch (tag) {
            case NbtTag.Int8(byte value) -> out.writeByte(value);
            case NbtTag.Int16(short value) -> out.writeShort(value);
            case NbtTag.Int32(int value) -> out.writeInt(value);
            case NbtTag.Int64(long value) -> out.writeLong(value);
            case NbtTag.Float32(float value) -> out.writeFloat(value);
            case NbtTag.Float64(double value) -> out.writeDouble(value);
            case NbtTag.Text(String value) -> ModifiedUtf8.write(out, value);
            case NbtTag.ByteArray(byte[] values) -> out.writeInt(values.length).writeBytes(values);
            case NbtTag.IntArray(int[] values) -> ints(out, values);
            case NbtTag.LongArray(long[] values) -> longs(out, values);
            case NbtTag.Sequence list -> list(out, list);
            case NbtTag.Compound(Map<String, NbtTag> values) -> compound(out, values);
        }
    }

    private static void ints(ByteBuf out, int[] values) {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static void longs(ByteBuf out, long[] values) {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static void list(ByteBuf out, NbtTag.Sequence list) {
        writeType(out, list.elementType());
        out.writeInt(list.values().size());
        list.values().forEach(value -> payload(out, value));
    }

    private static void compound(ByteBuf out, Map<String, NbtTag> values) {
        values.forEach((name, value) -> {
            writeType(out, value.type());
            ModifiedUtf8.write(out, name);
            payload(out, value);
        });
        writeType(out, NbtType.END);
    }
}
