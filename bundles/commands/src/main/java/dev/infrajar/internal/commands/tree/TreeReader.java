// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** Walks over one tree. Allocates in proportion to what has arrived, and never more than the bounds allow. */
final class TreeReader {
    /** Trees of large mod packs have some ten thousand; vanilla's has two thousand. Beyond it a tree passes as it is. */
    static final int MAX_NODES = 65_536;

    /** As many again and again: a node has few children, but the root has many. */
    static final int MAX_EDGES = 4 * MAX_NODES;

    /** Flags and the number of children. */
    private static final int MIN_NODE_BYTES = 2;

    private final ByteBuf in;
    private final Parsers parsers;
    private final int count;
    private final TreeOutline tree;

    private TreeReader(ByteBuf in, Parsers parsers, int count) {
        this.in = in;
        this.parsers = parsers;
        this.count = count;
        this.tree = new TreeOutline(count);
    }

    /**
     * Reads a tree.
     *
     * @param fields the packet's; read with indices of its own. Places are counted from where they begin
     * @param parsers of the version
     * @return what came of it
     */
    static TreeScan read(ByteBuf fields, Parsers parsers) {
        ByteBuf in = fields.slice();
        TreeScan scan;
        try {
            scan = readBounded(in, parsers);
        } catch (WireException e) {
            scan = new TreeScan.Impossible(String.valueOf(e.getMessage()));
        }
        return scan instanceof TreeScan.Impossible(String reason) && !parsers.isExact()
                ? new TreeScan.NotUnderstood("newer than the proxy: " + reason)
                : scan;
    }

    private static TreeScan readBounded(ByteBuf in, Parsers parsers) {
        int count = VarInts.read(in);
        if (count < 0 || (long) count * MIN_NODE_BYTES > in.readableBytes()) {
            throw WireException.TRUNCATED;
        }
        return count > MAX_NODES
                ? new TreeScan.NotUnderstood("it has " + count + " nodes")
                : new TreeReader(in, parsers, count).read();
    }

    private TreeScan read() {
        for (int node = 0; node < count; node++) {
            tree.begin(node, in.readerIndex());
            Optional<String> obstacle = readNode(node);
            if (obstacle.isPresent()) {
                return new TreeScan.NotUnderstood(obstacle.get());
            }
        }
        int end = in.readerIndex();
        int root = VarInts.read(in);
        tree.end(end, root);
        if (in.isReadable()) {
            return new TreeScan.NotUnderstood("bytes are left behind its end");
        }
        if (root < 0 || root >= count || kind(in.getByte(tree.start(root))) != NodeFlags.ROOT) {
            return new TreeScan.Impossible("it has no root");
        }
        return TreeCheck.check(tree);
    }

    /** Returns why the node cannot be understood. */
    private Optional<String> readNode(int node) {
        int flags = readByte(in);
        if (!readChildren()) {
            return Optional.of("its nodes have more than " + MAX_EDGES + " children");
        }
        if ((flags & NodeFlags.REDIRECTS) != 0) {
            tree.redirect(node, readNumber());
        }
        return switch (kind(flags)) {
            case NodeFlags.ROOT -> Optional.empty();
            case NodeFlags.LITERAL -> {
                tree.name(node, in.readerIndex());
                TreeStrings.skip(in);
                yield Optional.empty();
            }
            case NodeFlags.ARGUMENT -> {
                tree.name(node, in.readerIndex());
                TreeStrings.skip(in);
                yield readArgument(flags);
            }
            default -> throw WireException.UNKNOWN_VALUE;
        };
    }

    private Optional<String> readArgument(int flags) {
        Optional<PropertyShape> shape = parsers.read(in);
        if (shape.isEmpty()) {
            return Optional.of("it has a parser that is not known");
        }
        shape.get().skip(in);
        if ((flags & NodeFlags.HAS_SUGGESTIONS) != 0) {
            TreeStrings.skip(in);
        }
        return Optional.empty();
    }

    /** Returns whether there was room for them. */
    private boolean readChildren() {
        int number = VarInts.read(in);
        if (number < 0 || number > in.readableBytes()) {
            throw WireException.ARRAY_TOO_LONG;
        }
        if (number > MAX_EDGES - tree.edges()) {
            return false;
        }
        for (int i = 0; i < number; i++) {
            tree.addChild(readNumber());
        }
        return true;
    }

    private int readNumber() {
        int node = VarInts.read(in);
        if (node < 0 || node >= count) {
            throw WireException.UNKNOWN_VALUE;
        }
        return node;
    }

    private static int kind(int flags) {
        return flags & NodeFlags.KIND;
    }

    static int readByte(ByteBuf in) {
        if (!in.isReadable()) {
            throw WireException.TRUNCATED;
        }
        return in.readByte();
    }
}
