// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.transport.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.UnixChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The bound socket. */
final class ListeningSocket {
    /** The backlog of connections the kernel has accepted and we have not; the kernel caps it at {@code somaxconn}. */
    static final int BACKLOG = 1024;

    private static final long CLOSE_SECONDS = 5;

    private final Channel channel;

    private ListeningSocket(Channel channel) {
        this.channel = channel;
    }

    /**
     * Binds and starts to accept. Blocks until the socket is bound.
     *
     * @throws IOException if the address cannot be bound; the message says why
     */
    static ListeningSocket bind(ListenerConfig config, Transport transport, ClientInitializer clients)
            throws IOException {
        Permits permits = new Permits(config.maxConnections());
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(transport.eventLoops())
                .channel(transport.serverChannelType())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, !permits.areLimited())
                .handler(new AcceptHandler(transport, permits))
                .childHandler(clients);
        if (config.soReuseport() && transport.isEpoll()) {
            bootstrap.option(UnixChannelOption.SO_REUSEPORT, true);
        }
        InetSocketAddress address =
                new InetSocketAddress(config.bind().host(), config.bind().port());
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (bound.cause() != null) {
            throw new IOException("cannot listen on " + config.bind() + ": " + reason(bound.cause()), bound.cause());
        }
        return new ListeningSocket(bound.channel());
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Closes the port; connections that were accepted stay. Blocks for a few seconds at most. */
    void close() {
        channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
