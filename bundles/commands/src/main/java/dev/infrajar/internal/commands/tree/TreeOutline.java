// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import java.util.Arrays;

/**
 * Where the parts of a tree are: what a graft and a check need of it. Places are indices of the buffer that is read. Filled node
 * by node: {@link #begin}, its children, its redirect and its name; {@link #end} behind the last one.
 */
final class TreeOutline {
    /** Instead of a number or a place. */
    static final int NONE = -1;

    private static final int FIRST_CAPACITY = 256;

    private final int count;

    /** The place of each node, and that behind the last one. */
    private final int[] starts;

    private final int[] redirects;
    private final int[] names;

    /** Where each node's children begin in {@link #children}, and where the last one's end. */
    private final int[] firstChildren;

    private int[] children = new int[FIRST_CAPACITY];
    private int edges;
    private int root = NONE;

    TreeOutline(int count) {
        this.count = count;
        this.starts = new int[count + 1];
        this.firstChildren = new int[count + 1];
        this.redirects = new int[count];
        this.names = new int[count];
        Arrays.fill(redirects, NONE);
        Arrays.fill(names, NONE);
    }

    void begin(int node, int place) {
        starts[node] = place;
        firstChildren[node] = edges;
    }

    void addChild(int child) {
        if (edges == children.length) {
            children = Arrays.copyOf(children, 2 * edges);
        }
        children[edges++] = child;
    }

    void redirect(int node, int target) {
        redirects[node] = target;
    }

    void name(int node, int place) {
        names[node] = place;
    }

    void end(int place, int rootNode) {
        begin(count, place);
        root = rootNode;
    }

    int count() {
        return count;
    }

    int root() {
        return root;
    }

    /** The children of all nodes. */
    int edges() {
        return edges;
    }

    /** The child at a place among those of all nodes. */
    int edge(int place) {
        return children[place];
    }

    /** The place of a node; of the number behind the last one, the place behind it. */
    int start(int node) {
        return starts[node];
    }

    /** The number of the node that another redirects to. */
    int redirect(int node) {
        return redirects[node];
    }

    /** The place of a node's name. */
    int name(int node) {
        return names[node];
    }

    int childrenOf(int node) {
        return firstChildren[node + 1] - firstChildren[node];
    }

    int child(int node, int place) {
        return children[firstChildren[node] + place];
    }
}
