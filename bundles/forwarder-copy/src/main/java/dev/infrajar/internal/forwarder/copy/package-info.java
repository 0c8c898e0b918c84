// SPDX-License-Identifier: Apache-2.0
/** Relays bytes through user space, on every platform. */
@NullMarked
package dev.infrajar.internal.forwarder.copy;

import org.jspecify.annotations.NullMarked;
