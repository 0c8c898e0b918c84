// SPDX-License-Identifier: Apache-2.0
/** Relays frames: those that nobody asked for as the bytes they came in. */
@NullMarked
package dev.infrajar.internal.forwarder.frame;

import org.jspecify.annotations.NullMarked;
