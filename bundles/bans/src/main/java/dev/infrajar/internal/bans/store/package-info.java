// SPDX-License-Identifier: Apache-2.0
/**
 * Who is banned, and the file that says so. Knows nothing of commands and connections.
 *
 * <pre>
 *   change ──▶ read the file ──▶ apply what is not saved yet ──▶ write, fsync, rename ──▶ new index
 *   connection ──────────────────────────────────────────────────────── reads ──▶ index (immutable, volatile)
 * </pre>
 *
 * <p>The file is the truth, and every change begins by reading it: what somebody wrote into it by hand, and members that
 * this version does not know, survive. What could not be saved is in force all the same, and is part of the next attempt.
 */
@NullMarked
package dev.infrajar.internal.bans.store;

import org.jspecify.annotations.NullMarked;
