// SPDX-License-Identifier: Apache-2.0
/**
 * The operator's console on standard input: a table of the commands that all bundles bring as services, one thread that
 * reads lines, and the commands about the process itself.
 */
@NullMarked
package dev.infrajar.internal.console;

import org.jspecify.annotations.NullMarked;
