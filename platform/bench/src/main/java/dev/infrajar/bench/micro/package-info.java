// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of parts, run with {@code platform/bench/run micro}. */
@NullMarked
package dev.infrajar.bench.micro;

import org.jspecify.annotations.NullMarked;
