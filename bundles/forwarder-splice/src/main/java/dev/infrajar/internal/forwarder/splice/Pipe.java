// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

/**
 * A kernel pipe, open until its pool closes it.
 *
 * @param readEnd descriptor
 * @param writeEnd descriptor
 */
record Pipe(int readEnd, int writeEnd) {}
