// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.forward.ForwarderFactory;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes sessions on the loopback interface, all on one event loop. */
public final class ForwarderRig implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final TransportKind transport;
    private final EventLoopGroup loop;
    private final ServerSocketChannel listener;
    private final List<RelaySession> sessions = new ArrayList<>();

    /**
     * Starts an event loop.
     *
     * @param transport the kind of the forwarder's sockets
     * @throws IOException if no socket can be opened
     */
    public ForwarderRig(TransportKind transport) throws IOException {
        this.transport = transport;
        this.loop = new MultiThreadIoEventLoopGroup(1, transport.ioHandlers());
        this.listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    /**
     * Makes every later peer's receive buffer small, so that a peer that does not read is noticed soon.
     *
     * @param bytes for SO_RCVBUF
     * @throws IOException if the socket refuses it
     */
    public void limitReceiveBuffers(int bytes) throws IOException {
        listener.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    /**
     * Connects both sockets of a session, which still reads nothing.
     *
     * @return a session that has not been handed over
     * @throws IOException if the sockets cannot be connected
     */
    public RelaySession connect() throws IOException {
        RelaySession session = new RelaySession(wire(), wire());
        sessions.add(session);
        return session;
    }

    /**
     * Connects a session and hands it over.
     *
     * @param factory makes its forwarder
     * @return a relaying session
     * @throws IOException if the sockets cannot be connected
     */
    public RelaySession relay(ForwarderFactory factory) throws IOException {
        return connect().handOver(factory);
    }

    /** The one thread of the event loop. */
    long loopThreadId() {
        return loop.submit(() -> Thread.currentThread().threadId())
                .syncUninterruptibly()
                .getNow();
    }

    @Override
    public void close() throws IOException {
        sessions.forEach(RelaySession::close);
        listener.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private RelaySession.Wire wire() throws IOException {
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(transport.channelType())
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(listener.getLocalAddress())
                .syncUninterruptibly()
                .channel();
        return new RelaySession.Wire(new Peer(listener.accept()), channel);
    }
}
