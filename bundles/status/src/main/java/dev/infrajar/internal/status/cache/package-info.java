// SPDX-License-Identifier: Apache-2.0
/** Answers of backends that are kept for a while, and the pings that wait for one. */
@NullMarked
package dev.infrajar.internal.status.cache;

import org.jspecify.annotations.NullMarked;
