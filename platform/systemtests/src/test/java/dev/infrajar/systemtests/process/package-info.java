// SPDX-License-Identifier: Apache-2.0
/** Processes that a test starts, with their output and their end. */
@NullMarked
package dev.infrajar.systemtests.process;

import org.jspecify.annotations.NullMarked;
