// SPDX-License-Identifier: Apache-2.0
/** Texts on the wire: JSON, and NBT of the same shape since 1.20.3. */
@NullMarked
package dev.infrajar.internal.codec.text;

import org.jspecify.annotations.NullMarked;
