// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.nbt.NbtWriter;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import dev.infrajar.net.wire.WireUuids;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import net.kyori.adventure.text.Component;

/** Writes the fields of one packet, as {@link PacketIn} reads them. */
public final class PacketOut {
    private final ByteBuf out;
    private final Terms terms;

    /** Fields from the buffer's writer index on; the caller keeps the buffer. */
    public PacketOut(ByteBuf out, Terms terms) {
        this.out = out;
        this.terms = terms;
    }

    void bool(boolean value) {
        out.writeBoolean(value);
    }

    void int8(int value) {
        out.writeByte(value);
    }

    void int16(int value) {
        out.writeShort(value);
    }

    void int32(int value) {
        out.writeInt(value);
    }

    void int64(long value) {
        out.writeLong(value);
    }

    void varInt(int value) {
        VarInts.write(out, value);
    }

    void uuid(UUID value) {
        WireUuids.write(out, value);
    }

    void string(String value, int maxChars) {
        if (value.length() > maxChars) {
            throw new IllegalArgumentException("a string of " + value.length() + " characters, at most " + maxChars);
        }
        WireStrings.write(out, value);
    }

    void string(String value) {
        string(value, PacketIn.MAX_STRING_CHARS);
    }

    void bytes(Bytes value) {
        value.write(out);
    }

    /** Bytes without their length. */
    void bareBytes(Bytes value) {
        value.writeBare(out);
    }

    void text(Component value) {
        terms.text().write(out, value);
    }

    void nbt(Optional<NbtTag> value) {
        NbtWriter.write(out, terms.nbtRoot(), value);
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        bool(value.isPresent());
        value.ifPresent(writer);
    }

    <T> void list(List<T> values, Consumer<T> writer) {
        varInt(values.size());
        values.forEach(writer);
    }

    <T> void choice(List<T> choices, T value) {
        varInt(choices.indexOf(value));
    }
}
