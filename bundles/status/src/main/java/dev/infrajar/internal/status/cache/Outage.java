// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.core.ServerDefinition;

/**
 * A server that was not there when it was asked last.
 *
 * @param server the definition by which it was asked
 * @param refused whether each address refused the connection
 * @param atNanos when that was
 */
public record Outage(ServerDefinition server, boolean refused, long atNanos) {}
