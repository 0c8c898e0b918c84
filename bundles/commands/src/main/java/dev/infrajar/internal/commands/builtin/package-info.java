// SPDX-License-Identifier: Apache-2.0
/** {@code /infrarust} and its sub-commands. */
@NullMarked
package dev.infrajar.internal.commands.builtin;

import org.jspecify.annotations.NullMarked;
