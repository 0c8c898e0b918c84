// SPDX-License-Identifier: Apache-2.0
/**
 * Commands in sessions whose packets the proxy sees.
 *
 * <pre>
 *   chat, commands ──▶ CommandTap ──▶ swallowed at once ──▶ CommandQueue ──▶ Dispatcher      one after the other, off the loop
 *   completions ────────▶│                                                      │
 *   command tree ───────▶│ grafted                            PlayerLink ◀──────┘ answers
 * </pre>
 */
@NullMarked
package dev.infrajar.internal.commands.session;

import org.jspecify.annotations.NullMarked;
