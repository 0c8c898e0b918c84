// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;

/** Strings that are passed over. */
final class TreeStrings {
    /** Vanilla reads 32,767 UTF-16 units, of three bytes each at most. */
    private static final int MAX_BYTES = 32_767 * 3;

    private TreeStrings() {}

    /** Moves behind a string without reading it. */
    static void skip(ByteBuf in) {
        int bytes = VarInts.read(in);
        if (bytes < 0 || bytes > MAX_BYTES) {
            throw WireException.STRING_TOO_LONG;
        }
        if (bytes > in.readableBytes()) {
            throw WireException.TRUNCATED;
        }
        in.skipBytes(bytes);
    }
}
