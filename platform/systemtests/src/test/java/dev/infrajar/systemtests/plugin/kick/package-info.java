// SPDX-License-Identifier: Apache-2.0
/** A plugin that changes what kicked players read. */
@NullMarked
package dev.infrajar.systemtests.plugin.kick;

import org.jspecify.annotations.NullMarked;
