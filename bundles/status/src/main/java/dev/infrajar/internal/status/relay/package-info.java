// SPDX-License-Identifier: Apache-2.0
/** Asking a backend for its status, as a client does. */
@NullMarked
package dev.infrajar.internal.status.relay;

import org.jspecify.annotations.NullMarked;
