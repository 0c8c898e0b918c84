// SPDX-License-Identifier: Apache-2.0
/** From single values to medians, ratios, aims, and the page that shows them. */
@NullMarked
package dev.infrajar.bench.result;

import org.jspecify.annotations.NullMarked;
