// SPDX-License-Identifier: Apache-2.0
/** Accepts connections. */
@NullMarked
package dev.infrajar.internal.listener;

import org.jspecify.annotations.NullMarked;
