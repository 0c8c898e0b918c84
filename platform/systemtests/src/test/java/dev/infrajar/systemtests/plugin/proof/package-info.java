// SPDX-License-Identifier: Apache-2.0
/** A plugin that says who has to prove who they are. */
@NullMarked
package dev.infrajar.systemtests.plugin.proof;

import org.jspecify.annotations.NullMarked;
