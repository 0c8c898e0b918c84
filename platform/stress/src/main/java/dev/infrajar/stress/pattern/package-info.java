// SPDX-License-Identifier: Apache-2.0
/** What a client does on one connection: as real ones do, or as no honest one does. */
@NullMarked
package dev.infrajar.stress.pattern;

import org.jspecify.annotations.NullMarked;
