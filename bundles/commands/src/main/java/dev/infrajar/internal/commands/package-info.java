// SPDX-License-Identifier: Apache-2.0
/** Commands that players type: the proxy's own and those of plugins. */
@NullMarked
package dev.infrajar.internal.commands;

import org.jspecify.annotations.NullMarked;
