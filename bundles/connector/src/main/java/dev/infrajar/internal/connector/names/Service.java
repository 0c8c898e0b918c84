// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

/**
 * One SRV record (RFC 2782).
 *
 * @param host where the service is; a host name without a dot at its end
 * @param port where it listens, 1..65535
 * @param priority the lowest is tried first
 * @param weight its share among those of one priority, 0..65535
 */
public record Service(String host, int port, int priority, int weight) {}
