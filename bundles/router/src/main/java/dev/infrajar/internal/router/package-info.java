// SPDX-License-Identifier: Apache-2.0
/** Finds the server for a host name. */
@NullMarked
package dev.infrajar.internal.router;

import org.jspecify.annotations.NullMarked;
