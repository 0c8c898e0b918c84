// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.io.ByteArrayOutputStream;

/** Writes zlib streams that no compressor would. */
final class BitWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int bits;
    private int count;

    /** Begins with the header that most streams have. */
    BitWriter() {
        write(0x9C78, 16);
    }

    /** A number, its lowest bit first. */
    BitWriter write(int value, int length) {
        for (int i = 0; i < length; i++) {
            bits |= (value >>> i & 1) << count;
            if (++count == Byte.SIZE) {
                flush();
            }
        }
        return this;
    }

    /** A Huffman code, its first bit first. */
    BitWriter code(String code) {
        code.chars().forEach(bit -> write(bit - '0', 1));
        return this;
    }

    /** The three bits that begin a block. */
    BitWriter block(boolean isLast, int type) {
        return write(isLast ? 1 : 0, 1).write(type, 2);
    }

    /** A block of bytes as they are. */
    BitWriter stored(int... values) {
        block(false, 0);
        align();
        write(values.length, 16).write(~values.length, 16);
        for (int value : values) {
            write(value, 8);
        }
        return this;
    }

    BitWriter emptyFixed() {
        return block(false, 1).code("0000000");
    }

    byte[] toBytes() {
        align();
        return bytes.toByteArray();
    }

    private void align() {
        if (count > 0) {
            flush();
        }
    }

    private void flush() {
        bytes.write(bits);
        bits = 0;
        count = 0;
    }
}
