// SPDX-License-Identifier: Apache-2.0
/** The operator's console on standard input. */
@NullMarked
package dev.infrajar.internal.console;

import org.jspecify.annotations.NullMarked;
