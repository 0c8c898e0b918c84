// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import java.net.InetSocketAddress;

/**
 * An accepted connection as filters see it.
 *
 * @param id names the connection among all of this process: the one that Netty's own log lines have. A session has a number besides,
 *     see {@link FilteredRoute}
 * @param client the address of the client: what a PROXY header carried, else the peer's; an IPv4 address is never written as
 *     IPv6. It is the one that limits, bans, logs and backends see
 * @param destination the address that the client reached: what a PROXY header carried, else the socket's own
 * @param isViaTrustedProxy whether the peer is one of {@code proxy_protocol_trusted}
 */
public record FilteredConnection(
        String id, InetSocketAddress client, InetSocketAddress destination, boolean isViaTrustedProxy) {}
