// SPDX-License-Identifier: Apache-2.0
/** The event loops and socket settings. */
@NullMarked
package dev.infrajar.internal.transport;

import org.jspecify.annotations.NullMarked;
