// SPDX-License-Identifier: Apache-2.0
/** One class for each thing that is measured: puts a load on a proxy and reads what it costs. */
@NullMarked
package dev.infrajar.bench.measure;

import org.jspecify.annotations.NullMarked;
