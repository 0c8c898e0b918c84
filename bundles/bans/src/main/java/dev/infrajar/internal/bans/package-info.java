// SPDX-License-Identifier: Apache-2.0
/** Bans by address, name and UUID, and the commands about them. */
@NullMarked
package dev.infrajar.internal.bans;

import org.jspecify.annotations.NullMarked;
