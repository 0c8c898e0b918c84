// SPDX-License-Identifier: Apache-2.0
/** Calls the listeners of plugins on their own threads. */
@NullMarked
package dev.infrajar.internal.events;

import org.jspecify.annotations.NullMarked;
