// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

/** Whether a client could build a tree: vanilla refuses one whose children or redirects run in circles. */
final class TreeCheck {
    /** The deepest that anybody nests: vanilla's deepest has some twenty levels, and a client's recursion has an end. */
    private static final int MAX_DEPTH = 512;

    private final TreeOutline tree;
    private final int[] parents;
    private final int[] depths;
    private final int[] ready;

    private TreeCheck(TreeOutline tree) {
        this.tree = tree;
        this.parents = new int[tree.count()];
        this.depths = new int[tree.count()];
        this.ready = new int[tree.count()];
    }

    static TreeScan check(TreeOutline tree) {
        if (redirectsRunInCircles(tree)) {
            return new TreeScan.Impossible("its redirects run in circles");
        }
        return new TreeCheck(tree).checkChildren();
    }

    /** A node is done once all its parents are; what is never done is part of a circle, or below one. */
    private TreeScan checkChildren() {
        int found = countParents();
        int deepest = 0;
        for (int next = 0; next < found; next++) {
            int node = ready[next];
            for (int place = 0; place < tree.childrenOf(node); place++) {
                int child = tree.child(node, place);
                depths[child] = Math.max(depths[child], depths[node] + 1);
                deepest = Math.max(deepest, depths[child]);
                if (--parents[child] == 0) {
                    ready[found++] = child;
                }
            }
        }
        if (found < tree.count()) {
            return new TreeScan.Impossible("its nodes run in circles");
        }
        return deepest > MAX_DEPTH
                ? new TreeScan.Impossible("it is " + deepest + " levels deep")
                : new TreeScan.Outlined(tree);
    }

    /** Returns how many nodes have none; they are the first that are ready. */
    private int countParents() {
        for (int edge = 0; edge < tree.edges(); edge++) {
            parents[tree.edge(edge)]++;
        }
        int found = 0;
        for (int node = 0; node < tree.count(); node++) {
            if (parents[node] == 0) {
                ready[found++] = node;
            }
        }
        return found;
    }

    /** Follows each chain once: a node that is met again while its own chain is followed closes a circle. */
    private static boolean redirectsRunInCircles(TreeOutline tree) {
        int[] followedFor = new int[tree.count()];
        for (int first = 0; first < tree.count(); first++) {
            int chain = first + 1;
            int node = first;
            while (node >= 0 && followedFor[node] == 0) {
                followedFor[node] = chain;
                node = tree.redirect(node);
            }
            if (node >= 0 && followedFor[node] == chain) {
                return true;
            }
        }
        return false;
    }
}
