// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.internal.listener.filter.FilterRegistry;
import dev.infrajar.net.transport.Cidr;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where new connections go: past the transport filters to the session bundle, or to an end that is counted.
 *
 * @param acceptors holds the session bundle's acceptor while there is one
 * @param refusals the counts
 * @param filters asked about each connection as soon as it is known who it is from
 */
record Arrivals(AtomicReference<@Nullable ConnectionAcceptor> acceptors, Refusals refusals, FilterRegistry filters) {
    /** Who takes connections at this moment; {@code null} while the session bundle is away. */
    @Nullable
    ConnectionAcceptor acceptor() {
        return acceptors.get();
    }

    /** Counts the reason and closes the connection without a word. */
    void refuse(Channel channel, Refusal reason) {
        refusals.count(reason);
        channel.close();
    }

    /** A connection whose ends are those of its socket. */
    static ClientConnection ownAddresses(Channel channel, boolean isViaTrustedProxy) {
        return new ClientConnection(
                channel, unmapped(channel.remoteAddress()), unmapped(channel.localAddress()), isViaTrustedProxy);
    }

    private static InetSocketAddress unmapped(SocketAddress address) {
        InetSocketAddress socket = (InetSocketAddress) address;
        return new InetSocketAddress(Cidr.unmapped(socket.getAddress()), socket.getPort());
    }
}
