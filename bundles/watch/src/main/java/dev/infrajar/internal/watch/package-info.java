// SPDX-License-Identifier: Apache-2.0
/** Tells when files in a folder change. */
@NullMarked
package dev.infrajar.internal.watch;

import org.jspecify.annotations.NullMarked;
