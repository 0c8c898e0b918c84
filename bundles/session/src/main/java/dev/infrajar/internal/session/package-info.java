// SPDX-License-Identifier: Apache-2.0
/** One connection from its first byte to its end. */
@NullMarked
package dev.infrajar.internal.session;

import org.jspecify.annotations.NullMarked;
