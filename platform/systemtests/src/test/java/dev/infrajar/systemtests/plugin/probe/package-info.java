// SPDX-License-Identifier: Apache-2.0
/** A plugin that calls players' clients as the tests say. */
@NullMarked
package dev.infrajar.systemtests.plugin.probe;

import org.jspecify.annotations.NullMarked;
