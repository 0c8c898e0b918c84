// SPDX-License-Identifier: Apache-2.0
/** A plugin that writes who is online. */
@NullMarked
package dev.infrajar.systemtests.plugin.sample;

import org.jspecify.annotations.NullMarked;
