// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Trees that this project's code has not written: see README.md beside them. */
final class SampleTrees {
    /** Each line: what a backend sends, and the same with {@link SampleNodes}. */
    record Pair(String before, String after) {
        ByteBuf fields() {
            return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(before));
        }
    }

    static final ParserTables TABLES = ParserTables.load();

    private SampleTrees() {}

    static IntStream protocols() {
        return IntStream.of(393, 404, 477, 735, 751, 759, 761, 763, 765, 766, 770, 774, 775);
    }

    static Parsers parsers(int protocol) {
        return TABLES.at(protocol).orElseThrow();
    }

    static Pair pair(int protocol) {
        List<String> lines = new String(bytes(protocol + ".txt"), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        return new Pair(lines.getFirst(), lines.getLast());
    }

    static ByteBuf vanilla(int protocol) {
        return Unpooled.wrappedBuffer(bytes("vanilla-" + protocol + ".bin"));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = SampleTrees.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
