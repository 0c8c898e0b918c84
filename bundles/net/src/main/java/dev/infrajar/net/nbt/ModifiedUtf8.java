// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.nbt;

import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Java's own encoding of texts ({@link java.io.DataInput}): each UTF-16 unit alone, and U+0000 in two bytes. */
final class ModifiedUtf8 {
    /** The most bytes of one text: its length has 16 bits. */
    static final int MAX_BYTES = 65_535;

    private ModifiedUtf8() {}

    static String read(ByteBuf in) {
        byte[] bytes = new byte[length(in)];
        in.readBytes(bytes);
        return isAscii(bytes) ? new String(bytes, StandardCharsets.US_ASCII) : decode(bytes);
    }

    static void skip(ByteBuf in) {
        in.skipBytes(length(in));
    }

    private static int length(ByteBuf in) {
        if (in.readableBytes() < Short.BYTES) {
            throw WireException.TRUNCATED;
        }
        int length = in.readUnsignedShort();
        if (length > in.readableBytes()) {
            throw WireException.TRUNCATED;
        }
        return length;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte next : bytes) {
            if (next < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes) {
        char[] chars = new char[bytes.length];
        int count = 0;
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                chars[count++] = (char) first;
                at++;
            } else if (first >> 5 == 0b110) {
                chars[count++] = (char) ((first & 0x1F) << 6 | next(bytes, at + 1));
                at += 2;
            } else if (first >> 4 == 0b1110) {
                chars[count++] = (char) ((first & 0xF) << 12 | next(bytes, at + 1) << 6 | next(bytes, at + 2));
                at += 3;
            } else {
                throw WireException.MALFORMED_TEXT;
            }
        }
        return new String(chars, 0, count);
    }

    private static int next(byte[] bytes, int at) {
        if (at >= bytes.length || (bytes[at] & 0xC0) != 0x80) {
            throw WireException.MALFORMED_TEXT;
        }
        return bytes[at] & 0x3F;
    }

    /**
     * Writes a text.
     *
     * @throws IllegalArgumentException if it is too long
     */
    static void write(ByteBuf out, String text) {
        int bytes = size(text);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("an NBT text has at most " + MAX_BYTES + " bytes, this one " + bytes);
        }
        out.ensureWritable(Short.BYTES + bytes);
        out.writeShort(bytes);
        for (int i = 0; i < text.length(); i++) {
            encode(out, text.charAt(i));
        }
    }

    private static void encode(ByteBuf out, char unit) {
        int bytes = size(unit);
        if (bytes == 1) {
            out.writeByte(unit);
        } else if (bytes == 2) {
            out.writeByte(0xC0 | (unit >> 6)).writeByte(continuation(unit));
        } else {
            out.writeByte(0xE0 | (unit >> 12))
                    .writeByte(continuation(unit >> 6))
                    .writeByte(continuation(unit));
        }
    }

    private static int continuation(int bits) {
        return 0x80 | (bits & 0x3F);
    }

    private static int size(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += size(text.charAt(i));
        }
        return bytes;
    }

    private static int size(char unit) {
        if (unit >= 1 && unit <= 0x7F) {
            return 1;
        }
        return unit <= 0x7FF ? 2 : 3;
    }
}
