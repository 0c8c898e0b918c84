// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.nbt.NbtReader;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import dev.infrajar.net.wire.WireUuids;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;

/**
 * Reads the fields of one packet. Every method throws a {@link WireException} if the field does not end within the packet,
 * crosses a limit, or has a value that does not exist.
 */
public final class PacketIn {
    /** The most characters of an identifier, and of every string without a limit of its own. */
    static final int MAX_STRING_CHARS = 32_767;

    private final ByteBuf in;
    private final Terms terms;

    /** Fields from the buffer's reader index on; the caller keeps the buffer. */
    public PacketIn(ByteBuf in, Terms terms) {
        this.in = in;
        this.terms = terms;
    }

    Terms terms() {
        return terms;
    }

    private void require(int bytes) {
        if (in.readableBytes() < bytes) {
            throw WireException.TRUNCATED;
        }
    }

    boolean bool() {
        return int8() != 0;
    }

    byte int8() {
        require(Byte.BYTES);
        return in.readByte();
    }

    int uint8() {
        return int8() & 0xFF;
    }

    int uint16() {
        require(Short.BYTES);
        return in.readUnsignedShort();
    }

    int int32() {
        require(Integer.BYTES);
        return in.readInt();
    }

    long int64() {
        require(Long.BYTES);
        return in.readLong();
    }

    int varInt() {
        return VarInts.read(in);
    }

    UUID uuid() {
        return WireUuids.read(in);
    }

    String string(int maxChars) {
        return WireStrings.read(in, maxChars);
    }

    String string() {
        return string(MAX_STRING_CHARS);
    }

    Bytes bytes(int maxBytes) {
        return Bytes.read(in, maxBytes);
    }

    /** Bytes behind a length that was read before. */
    Bytes bareBytes(int length, int maxBytes) {
        if (length > maxBytes) {
            throw WireException.ARRAY_TOO_LONG;
        }
        return Bytes.take(in, length);
    }

    Bytes rest(int maxBytes) {
        return Bytes.takeRest(in, maxBytes);
    }

    Component text() {
        return terms.text().read(in, terms.limits().nbt());
    }

    Optional<NbtTag> nbt() {
        return NbtReader.read(in, terms.nbtRoot(), terms.limits().nbt());
    }

    <T> Optional<T> optional(Supplier<T> value) {
        return bool() ? Optional.of(value.get()) : Optional.empty();
    }

    /** A count, then as many values. */
    <T> List<T> list(int maxValues, Supplier<T> value) {
        int count = varInt();
        if (count < 0 || count > maxValues) {
            throw WireException.ARRAY_TOO_LONG;
        }
        // Every value takes a byte at least.
        require(count);
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(value.get());
        }
        return values;
    }

    /** One of a list, by its place. */
    <T> T choice(List<T> choices) {
        int index = varInt();
        if (index < 0 || index >= choices.size()) {
            throw WireException.UNKNOWN_VALUE;
        }
        return choices.get(index);
    }

    /** A number that says which of several packets this is. */
    void expect(int expected, int actual) {
        if (expected != actual) {
            throw WireException.UNKNOWN_VALUE;
        }
    }
}
