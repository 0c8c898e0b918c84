// SPDX-License-Identifier: Apache-2.0
/**
 * The command tree that a backend sends (since 1.13), and how the proxy's own nodes get into it.
 *
 * <pre>
 *   count | node 0 | node 1 | ... | index of the root          a node: flags, children, redirect, name, parser, suggestions
 *
 *   TreeReader ──▶ TreeOutline ──▶ TreeGraft: the same bytes, but for the count and the root's children;
 *                                  new nodes behind the last one
 * </pre>
 *
 * <p>Nodes are walked over, never built: what a hostile backend sends costs a few integers a node.
 */
@NullMarked
package dev.infrajar.internal.commands.tree;

import org.jspecify.annotations.NullMarked;
