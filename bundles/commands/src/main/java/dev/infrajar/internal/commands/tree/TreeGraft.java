// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds nodes to the root of a tree. All other nodes stay the bytes that they are. */
public final class TreeGraft {
    /** The longest name that is compared: a symbolic name, a colon and a command's name are shorter. */
    private static final int MAX_NAME_BYTES = 512;

    private final ByteBuf fields;
    private final TreeOutline tree;
    private final ByteBuf out;
    private final GraftWriter added;
    private final int topCount;

    private TreeGraft(ByteBuf fields, TreeOutline tree, ByteBuf out, GraftWriter added, int topCount) {
        this.fields = fields;
        this.tree = tree;
        this.out = out;
        this.added = added;
        this.topCount = topCount;
    }

    /**
     * Adds nodes.
     *
     * @param fields of the packet; the caller keeps the buffer
     * @param parsers of the version
     * @param nodes what is added to the root; what the root has under the same names is covered
     * @param out grows by the fields of the new tree, if there is one; the caller keeps the buffer
     * @return whether there is a new tree, or why not
     */
    public static Grafted graft(ByteBuf fields, Parsers parsers, List<GraftNode> nodes, ByteBuf out) {
        // A duplicate of a slice counts its places from elsewhere: reader and writer must count in the same buffer.
        ByteBuf packet = fields.slice();
        return switch (TreeReader.read(packet, parsers)) {
            case TreeScan.NotUnderstood(String reason) -> new Grafted.Untouched(reason);
            case TreeScan.Impossible(String reason) -> new Grafted.Impossible(reason);
            case TreeScan.Outlined(TreeOutline tree) -> {
                GraftWriter added = new GraftWriter(out, parsers, tree.count(), nodes);
                Set<String> names = nodes.stream().map(GraftNode::name).collect(Collectors.toSet());
                new TreeGraft(packet, tree, out, added, nodes.size()).write(names);
                yield new Grafted.Whole();
            }
        };
    }

    private void write(Set<String> names) {
        VarInts.write(out, tree.count() + added.count());
        int root = tree.root();
        copy(tree.start(0), tree.start(root));
        writeRoot(names);
        copy(tree.start(root + 1), tree.start(tree.count()));
        added.write();
        VarInts.write(out, root);
    }

    private void copy(int from, int to) {
        out.writeBytes(fields, from, to - from);
    }

    private void writeRoot(Set<String> covered) {
        int root = tree.root();
        int[] kept = IntStream.range(0, tree.childrenOf(root))
                .map(place -> tree.child(root, place))
                .filter(child -> !covered.contains(name(child)))
                .toArray();
        out.writeByte(fields.getByte(tree.start(root)));
        VarInts.write(out, kept.length + topCount);
        IntStream.of(kept).forEach(child -> VarInts.write(out, child));
        IntStream.range(tree.count(), tree.count() + topCount).forEach(child -> VarInts.write(out, child));
        if (tree.redirect(root) >= 0) {
            VarInts.write(out, tree.redirect(root));
        }
    }

    /** Empty for what has no name, or one that is longer than any of the proxy's. */
    private String name(int node) {
        int place = tree.name(node);
        if (place < 0) {
            return "";
        }
        ByteBuf in = fields.slice(place, tree.start(node + 1) - place);
        int bytes = VarInts.read(in);
        return bytes > MAX_NAME_BYTES ? "" : in.readString(bytes, StandardCharsets.UTF_8);
    }
}
