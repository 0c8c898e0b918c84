// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives accepted channels to the session bundle, those of a trusted proxy when their PROXY header has been taken. */
final class ClientInitializer extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(ClientInitializer.class);

    private final Supplier<ListenerConfig> config;
    private final Arrivals arrivals;

    /** Looks at the configuration in force anew for each connection. */
    ClientInitializer(Supplier<ListenerConfig> config, Arrivals arrivals) {
        this.config = config;
        this.arrivals = arrivals;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress peer)) {
            // Reset before it was accepted: NIO cannot say any more who it was.
            channel.close();
            return;
        }
        ListenerConfig current = config.get();
        boolean isTrusted = current.isTrusted(peer.getAddress());
        if (!current.receiveProxyProtocol()) {
            offer(Arrivals.ownAddresses(channel, isTrusted));
        } else if (isTrusted) {
            channel.pipeline().addLast(new HeaderDecoder(), new ProxyHeaderHandler(arrivals));
        } else {
            LOG.debug("closed a connection from {}, which is not in proxy_protocol_trusted", peer);
            arrivals.refuse(channel, Refusal.UNTRUSTED_PEER);
        }
    }

    private void offer(ClientConnection connection) {
        if (!arrivals.filters().admits(connection)) {
            connection.channel().close();
            return;
        }
        ConnectionAcceptor present = arrivals.acceptor();
        if (present != null) {
            present.accept(connection);
        } else {
            connection.channel().pipeline().addLast(new ArrivalHandler(connection, arrivals));
        }
    }
}
