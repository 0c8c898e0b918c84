// SPDX-License-Identifier: Apache-2.0
/** Rate limits, address filters and the ceiling of connections per address. */
@NullMarked
package dev.infrajar.internal.guard;

import org.jspecify.annotations.NullMarked;
