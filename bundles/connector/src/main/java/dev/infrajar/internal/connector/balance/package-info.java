// SPDX-License-Identifier: Apache-2.0
/**
 * Which of several backends gets the next session: one idea per file, each a function of a snapshot of the candidates and,
 * for taking turns, of a counter.
 */
@NullMarked
package dev.infrajar.internal.connector.balance;

import org.jspecify.annotations.NullMarked;
