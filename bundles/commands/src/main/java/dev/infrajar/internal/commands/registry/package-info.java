// SPDX-License-Identifier: Apache-2.0
/** The commands there are: one immutable snapshot of the proxy's own and those of plugins, and who may call them. */
@NullMarked
package dev.infrajar.internal.commands.registry;

import org.jspecify.annotations.NullMarked;
