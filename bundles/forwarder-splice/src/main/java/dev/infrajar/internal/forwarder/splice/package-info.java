// SPDX-License-Identifier: Apache-2.0
/** Relays bytes inside the kernel with splice(2), on Linux. */
@NullMarked
package dev.infrajar.internal.forwarder.splice;

import org.jspecify.annotations.NullMarked;
