// SPDX-License-Identifier: Apache-2.0
/** Collects packet taps, orders them, and keeps one that fails from harming sessions. */
@NullMarked
package dev.infrajar.internal.taps;

import org.jspecify.annotations.NullMarked;
