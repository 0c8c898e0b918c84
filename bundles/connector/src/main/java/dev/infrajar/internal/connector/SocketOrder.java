// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.Waiting;
import dev.infrajar.net.transport.Dial;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one socket is to be, whoever wants it.
 *
 * @param loop where it lives
 * @param handler makes the first handler of each attempt's channel
 * @param header the PROXY header that comes first; made when the socket is connected
 * @param waiting where the attempt waits while it could go elsewhere
 */
record SocketOrder(
        EventLoop loop,
        Supplier<? extends ChannelHandler> handler,
        Optional<Function<Channel, ProxyHeader>> header,
        Optional<Waiting> waiting) {

    /** A session's or a status question's: the header tells who the client is. */
    static SocketOrder of(Dial dial, Optional<Waiting> waiting) {
        ProxyHeader header = new ProxyHeader(dial.client(), dial.listener());
        return new SocketOrder(
                dial.loop(),
                dial.handler(),
                dial.server().sendProxyProtocol() ? Optional.of(_ -> header) : Optional.empty(),
                waiting);
    }

    /** The proxy's own: the header tells that it is the client itself. */
    static SocketOrder ofProxy(EventLoop loop, Supplier<? extends ChannelHandler> handler, boolean sendsHeader) {
        return new SocketOrder(
                loop, handler, sendsHeader ? Optional.of(SocketOrder::ownHeader) : Optional.empty(), Optional.empty());
    }

    private static ProxyHeader ownHeader(Channel channel) {
        return new ProxyHeader((InetSocketAddress) channel.localAddress(), (InetSocketAddress) channel.remoteAddress());
    }
}
