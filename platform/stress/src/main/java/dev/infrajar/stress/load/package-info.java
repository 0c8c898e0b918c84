// SPDX-License-Identifier: Apache-2.0
/** Opens connections at a pace, bounded in number and time; one event loop does all of it. */
@NullMarked
package dev.infrajar.stress.load;

import org.jspecify.annotations.NullMarked;
