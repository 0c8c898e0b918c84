// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes as a value: keys, signatures, payloads of plugin messages. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A copy of an array.
     *
     * @param bytes copied
     * @return the value
     */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /**
     * Takes bytes out of a buffer.
     *
     * @param in its reader index moves behind them
     * @param length how many
     * @return the value
     * @throws WireException if the buffer does not hold as many, or the length is negative; nothing is allocated then
     */
    public static Bytes take(ByteBuf in, int length) {
        if (length < 0) {
            throw WireException.ARRAY_TOO_LONG;
        }
        if (length > in.readableBytes()) {
            throw WireException.TRUNCATED;
        }
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        return new Bytes(bytes);
    }

    /**
     * Reads a field: a VarInt with the number of bytes, then the bytes.
     *
     * @param in its reader index moves behind the field
     * @param maxBytes the most bytes allowed
     * @return the value
     * @throws WireException if it is longer, or does not end within the buffer; nothing is allocated then
     */
    public static Bytes read(ByteBuf in, int maxBytes) {
        int length = VarInts.read(in);
        if (length < 0 || length > maxBytes) {
            throw WireException.ARRAY_TOO_LONG;
        }
        return take(in, length);
    }

    /**
     * Takes all that is left in a buffer.
     *
     * @param in its reader index moves to its writer index
     * @param maxBytes the most bytes allowed
     * @return the value
     * @throws WireException if there are more; nothing is allocated then
     */
    public static Bytes takeRest(ByteBuf in, int maxBytes) {
        if (in.readableBytes() > maxBytes) {
            throw WireException.ARRAY_TOO_LONG;
        }
        return take(in, in.readableBytes());
    }

    /**
     * Writes a field as {@link #read} takes it.
     *
     * @param out grows by the field
     */
    public void write(ByteBuf out) {
        VarInts.write(out, bytes.length);
        out.writeBytes(bytes);
    }

    /**
     * Writes the bytes alone.
     *
     * @param out grows by {@link #length()} bytes
     */
    public void writeBare(ByteBuf out) {
        out.writeBytes(bytes);
    }

    /**
     * How many there are.
     *
     * @return 0 or more
     */
    public int length() {
        return bytes.length;
    }

    /**
     * The bytes for those who need an array.
     *
     * @return a copy
     */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The length alone: secrets must not end up in logs. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }

    /**
     * The bytes in hexadecimal digits, for tests and tools.
     *
     * @return two digits a byte
     */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }
}
