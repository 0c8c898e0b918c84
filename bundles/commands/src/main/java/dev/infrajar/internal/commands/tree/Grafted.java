// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

/** What came of grafting a tree. */
public sealed interface Grafted {
    /** The new tree has been written. */
    record Whole() implements Grafted {}

    /**
     * The tree is not understood: it is to be passed on as it is.
     *
     * @param reason one line
     */
    record Untouched(String reason) implements Grafted {}

    /**
     * No client could use the tree.
     *
     * @param reason one line
     */
    record Impossible(String reason) implements Grafted {}
}
