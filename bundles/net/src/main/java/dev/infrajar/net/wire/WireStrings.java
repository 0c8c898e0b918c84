// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** Strings: a VarInt with the number of bytes, then UTF-8. Limits count UTF-16 units, as Java clients do. */
public final class WireStrings {
    /** The most UTF-8 bytes that one UTF-16 unit takes. */
    private static final int MAX_BYTES_PER_CHAR = 3;

    private WireStrings() {}

    /**
     * Reads a string.
     *
     * @param in its reader index moves behind the string
     * @param maxChars the most characters allowed
     * @return the string
     * @throws WireException if it is longer, or does not end within the buffer; nothing is allocated then
     */
    public static String read(ByteBuf in, int maxChars) {
        int bytes = VarInts.read(in);
        if (bytes < 0 || bytes > maxChars * MAX_BYTES_PER_CHAR) {
            throw WireException.STRING_TOO_LONG;
        }
        if (bytes > in.readableBytes()) {
            throw WireException.TRUNCATED;
        }
        String text = in.readString(bytes, StandardCharsets.UTF_8);
        if (text.length() > maxChars) {
            throw WireException.STRING_TOO_LONG;
        }
        return text;
    }

    /**
     * Writes a string.
     *
     * @param out grows by the string's length
     * @param text any
     */
    public static void write(ByteBuf out, String text) {
        VarInts.write(out, ByteBufUtil.utf8Bytes(text));
        out.writeCharSequence(text, StandardCharsets.UTF_8);
    }
}
