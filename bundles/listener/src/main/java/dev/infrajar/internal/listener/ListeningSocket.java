// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.transport.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.unix.UnixChannelOption;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A bound socket. */
final class ListeningSocket {
    /** The backlog of connections the kernel has accepted and we have not; the kernel caps it at {@code somaxconn}. */
    static final int BACKLOG = 1024;

    private static final long CLOSE_SECONDS = 5;

    private final Channel channel;
    private final HostAndPort address;
    private final boolean isPortShared;

    private ListeningSocket(Channel channel, HostAndPort address, boolean isPortShared) {
        this.channel = channel;
        this.address = address;
        this.isPortShared = isPortShared;
    }

    /**
     * Binds and starts to accept. Blocks until the socket is bound.
     *
     * @throws IOException if the address cannot be bound; the message says why
     */
    static ListeningSocket bind(
            HostAndPort address, boolean isPortShared, Transport transport, Permits permits, ClientInitializer clients)
            throws IOException {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(transport.eventLoops())
                .channel(transport.serverChannelType())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new AcceptHandler(transport, permits))
                .childHandler(clients);
        if (isPortShared) {
            bootstrap.option(UnixChannelOption.SO_REUSEPORT, true);
        }
        ChannelFuture bound = bootstrap
                .bind(new InetSocketAddress(address.host(), address.port()))
                .awaitUninterruptibly();
        if (bound.cause() != null) {
            throw new IOException("cannot listen on " + address + ": " + reason(bound.cause()), bound.cause());
        }
        return new ListeningSocket(bound.channel(), address, isPortShared);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Where it listens, as it was written. */
    HostAndPort address() {
        return address;
    }

    /** Whether other sockets may listen on the same port. */
    boolean isPortShared() {
        return isPortShared;
    }

    /** Closes the port; connections that were accepted stay. Blocks for a few seconds at most. */
    void close() {
        channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
