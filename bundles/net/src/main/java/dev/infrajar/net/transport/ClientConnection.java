// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.transport;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/**
 * An accepted connection and who it is from.
 *
 * @param channel the connection
 * @param client the address of the client: what a PROXY header carried, else the peer's; an IPv4 address is never written
 *     as IPv6. It is the one that limits, bans, logs, plugins and backends see
 * @param destination the address that the client reached: what a PROXY header carried, else the channel's own
 * @param isViaTrustedProxy whether the peer is one of {@code proxy_protocol_trusted}
 */
public record ClientConnection(
        Channel channel, InetSocketAddress client, InetSocketAddress destination, boolean isViaTrustedProxy) {}
