// SPDX-License-Identifier: Apache-2.0
/** Connections to backends. */
@NullMarked
package dev.infrajar.internal.connector;

import org.jspecify.annotations.NullMarked;
