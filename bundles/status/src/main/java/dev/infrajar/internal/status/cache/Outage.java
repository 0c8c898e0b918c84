// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

/**
 * A server that was not there when it was asked last.
 *
 * @param refused whether each address refused the connection
 * @param atNanos when that was
 */
public record Outage(boolean refused, long atNanos) {}
