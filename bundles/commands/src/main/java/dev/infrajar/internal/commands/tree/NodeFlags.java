// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

/** The first byte of a node. Source: minecraft-data 3.117.0, {@code command_node}. */
final class NodeFlags {
    static final int KIND = 0x03;
    static final int ROOT = 0;
    static final int LITERAL = 1;
    static final int ARGUMENT = 2;

    static final int EXECUTABLE = 0x04;
    static final int REDIRECTS = 0x08;
    static final int HAS_SUGGESTIONS = 0x10;

    private NodeFlags() {}
}
