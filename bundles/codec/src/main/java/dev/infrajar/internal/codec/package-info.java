// SPDX-License-Identifier: Apache-2.0
/** Versions of the protocol: ids of packets, layouts of the typed ones, and the limits of what peers may send. */
@NullMarked
package dev.infrajar.internal.codec;

import org.jspecify.annotations.NullMarked;
