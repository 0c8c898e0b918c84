// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bytes of the Minecraft protocol, written one after the other. */
public final class Bytes {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(written);

    /**
     * The packet that every connection starts with.
     *
     * @param protocol the protocol number
     * @param host the host as the client writes it, with any suffix
     * @param port the port as the client writes it
     * @param next 1 for status, 2 for login
     * @return a whole frame
     */
    public static byte[] handshake(int protocol, String host, int port, int next) {
        return new Bytes()
                .varInt(0)
                .varInt(protocol)
                .string(host)
                .u16(port)
                .varInt(next)
                .frame();
    }

    /**
     * The packet that asks to join, in the form of versions before 1.19.
     *
     * @param name the player
     * @return a whole frame
     */
    public static byte[] loginStart(String name) {
        return new Bytes().varInt(0).string(name).frame();
    }

    /**
     * A number in one to five bytes of seven bits.
     *
     * @param value any
     * @return this
     */
    public Bytes varInt(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            written.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        written.write(rest);
        return this;
    }

    /**
     * A text as UTF-8 behind its length.
     *
     * @param value any
     * @return this
     */
    public Bytes string(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return varInt(text.length).raw(text);
    }

    /**
     * Two bytes.
     *
     * @param value 0..65535
     * @return this
     */
    public Bytes u16(int value) {
        return raw(new byte[] {(byte) (value >> 8), (byte) value});
    }

    /**
     * Four bytes.
     *
     * @param value any
     * @return this
     */
    public Bytes i32(int value) {
        return u16(value >>> 16).u16(value & 0xFFFF);
    }

    /**
     * Eight bytes.
     *
     * @param value any
     * @return this
     */
    public Bytes i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    /**
     * Bytes as they are.
     *
     * @param bytes any
     * @return this
     */
    public Bytes raw(byte... bytes) {
        written.writeBytes(bytes);
        return this;
    }

    /**
     * A text as UTF-16BE behind its length in characters: the form before 1.7.
     *
     * @param value any
     * @return this
     */
    public Bytes legacyString(String value) {
        try {
            u16(value.length());
            out.writeChars(value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * What was written.
     *
     * @return a copy
     */
    public byte[] toArray() {
        return written.toByteArray();
    }

    /**
     * What was written, behind its length.
     *
     * @return a whole frame
     */
    public byte[] frame() {
        byte[] packet = toArray();
        return new Bytes().varInt(packet.length).raw(packet).toArray();
    }

    static int readVarInt(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new IOException("a VarInt of more than five bytes");
    }

    static String readString(DataInputStream in) throws IOException {
        byte[] text = new byte[readVarInt(in)];
        in.readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
