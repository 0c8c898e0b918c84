// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

/** What came of reading a tree. */
sealed interface TreeScan {
    /** It can be grafted. */
    record Outlined(TreeOutline outline) implements TreeScan {}

    /** It may be right, but cannot be understood: it has a parser that is not known, or too many nodes. */
    record NotUnderstood(String reason) implements TreeScan {}

    /** No client could use it. */
    record Impossible(String reason) implements TreeScan {}
}
