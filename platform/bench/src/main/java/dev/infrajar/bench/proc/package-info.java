// SPDX-License-Identifier: Apache-2.0
/** What the kernel tells about processes and the machine, from {@code /proc}. */
@NullMarked
package dev.infrajar.bench.proc;

import org.jspecify.annotations.NullMarked;
