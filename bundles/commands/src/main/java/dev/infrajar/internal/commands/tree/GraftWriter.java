// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Writes new nodes one behind the other, level by level: the nodes of the first level come first, in their order. */
final class GraftWriter {
    /** The types of brigadier's strings. */
    private static final int SINGLE_WORD = 0;

    private static final int GREEDY_PHRASE = 2;

    private static final String STRING_PARSER = "brigadier:string";
    private static final String INTEGER_PARSER = "brigadier:integer";
    private static final String ASK_SERVER = "minecraft:ask_server";

    private final ByteBuf out;
    private final Parsers parsers;
    private final int firstNumber;
    private final List<GraftNode> top;

    /** All nodes in the order of their numbers. */
    private final List<GraftNode> nodes;

    /**
     * A writer.
     *
     * @param firstNumber of the first new node
     */
    GraftWriter(ByteBuf out, Parsers parsers, int firstNumber, List<GraftNode> top) {
        this.out = out;
        this.parsers = parsers;
        this.firstNumber = firstNumber;
        this.top = top;
        this.nodes = new ArrayList<>(top);
        for (int i = 0; i < nodes.size(); i++) {
            nodes.addAll(nodes.get(i).children());
        }
    }

    /** How many nodes there are on all levels. */
    int count() {
        return nodes.size();
    }

    void write() {
        int nextChild = firstNumber + top.size();
        for (GraftNode node : nodes) {
            write(node, nextChild);
            nextChild += node.children().size();
        }
    }

    private void write(GraftNode node, int firstChild) {
        switch (node) {
            case GraftNode.Literal literal -> {
                writeHead(NodeFlags.LITERAL | executable(literal.isExecutable()), literal, firstChild);
                WireStrings.write(out, literal.name());
            }
            case GraftNode.Argument argument -> {
                int suggestions = argument.asksProxy() ? NodeFlags.HAS_SUGGESTIONS : 0;
                int flags = NodeFlags.ARGUMENT | executable(argument.isExecutable()) | suggestions;
                writeHead(flags, argument, firstChild);
                WireStrings.write(out, argument.name());
                writeParser(argument.kind());
                if (argument.asksProxy()) {
                    WireStrings.write(out, ASK_SERVER);
                }
            }
            case GraftNode.Alias alias -> {
                // A redirect alone is not executable, even if its target is.
                int flags = NodeFlags.LITERAL | NodeFlags.REDIRECTS | executable(isExecutable(alias.target()));
                writeHead(flags, alias, firstChild);
                VarInts.write(out, firstNumber + placeOf(alias.target()));
                WireStrings.write(out, alias.name());
            }
        }
    }

    private void writeHead(int flags, GraftNode node, int firstChild) {
        out.writeByte(flags);
        VarInts.write(out, node.children().size());
        for (int place = 0; place < node.children().size(); place++) {
            VarInts.write(out, firstChild + place);
        }
    }

    private void writeParser(GraftNode.Kind kind) {
        switch (kind) {
            case WORD -> writeString(SINGLE_WORD);
            case TEXT -> writeString(GREEDY_PHRASE);
            case INTEGER -> {
                parsers.write(out, INTEGER_PARSER);
                out.writeByte(0); // neither least nor greatest value
            }
        }
    }

    private void writeString(int type) {
        parsers.write(out, STRING_PARSER);
        VarInts.write(out, type);
    }

    private static int executable(boolean is) {
        return is ? NodeFlags.EXECUTABLE : 0;
    }

    private boolean isExecutable(String literal) {
        return top.get(placeOf(literal)) instanceof GraftNode.Literal target && target.isExecutable();
    }

    private int placeOf(String literal) {
        for (int place = 0; place < top.size(); place++) {
            if (top.get(place).name().equals(literal)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no literal " + literal + " to redirect to");
    }
}
