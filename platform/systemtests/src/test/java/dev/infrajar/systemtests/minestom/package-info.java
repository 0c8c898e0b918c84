// SPDX-License-Identifier: Apache-2.0
/** A Minestom server in a process of its own. */
@NullMarked
package dev.infrajar.systemtests.minestom;

import org.jspecify.annotations.NullMarked;
