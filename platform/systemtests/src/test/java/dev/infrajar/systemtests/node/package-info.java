// SPDX-License-Identifier: Apache-2.0
/** Clients and servers from npm, driven over their standard streams; skipped where node is missing. */
@NullMarked
package dev.infrajar.systemtests.node;

import org.jspecify.annotations.NullMarked;
