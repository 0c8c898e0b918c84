// SPDX-License-Identifier: Apache-2.0
/** Tells backends who a player is, in the ways that {@code [forwarding]} names. */
@NullMarked
package dev.infrajar.internal.forwarding;

import org.jspecify.annotations.NullMarked;
