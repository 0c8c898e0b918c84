// SPDX-License-Identifier: Apache-2.0
/**
 * {@code bin/infrajar-stress}: puts a proxy under load and tells how it bears it. This package reads the command line and
 * runs; {@code pattern} knows what a client does on one connection, {@code load} opens connections, {@code report} counts
 * and prints.
 *
 * <pre>
 *   Flood, Malformed, Mixed ─▶ Plan ─▶ Load (one event loop) ─▶ Visit + Script, one per connection
 *                                              │
 *                     live line, summary ◀── Tally
 * </pre>
 */
@NullMarked
package dev.infrajar.stress;

import org.jspecify.annotations.NullMarked;
