// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import dev.infrajar.net.forward.ForwarderFactory;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Makes sessions on the loopback interface, all on one event loop. */
public final class ForwarderRig implements AutoCloseable {
    private static final int BACKLOG = 256;

    /** As the transport sets it. */
    private static final int MAX_RECEIVE_BYTES = 256 * 1024;

    private static final Duration QUIET = Duration.ofMillis(200);

    private final TransportKind transport;
    private final AtomicLong wakeUps = new AtomicLong();
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
        this.loop = new MultiThreadIoEventLoopGroup(1, CountingIoHandler.counting(transport.ioHandlers(), wakeUps));
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

    /**
     * Hands a session over inside the handling of another socket's event, as happens when a backend's connect completes: what
     * arrives meanwhile is in the same batch of events, behind it.
     *
     * @param meanwhile makes bytes arrive for the session
     */
    RelaySession relayInsideEvent(ForwarderFactory factory, Consumer<RelaySession> meanwhile) throws IOException {
        RelaySession session = connect();
        RelaySession.Wire trigger = wire();
        CountDownLatch loopHeld = new CountDownLatch(1);
        trigger.channel().pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                ReferenceCountUtil.release(message);
                session.handOver(factory);
            }
        });
        trigger.channel().config().setAutoRead(true);
        var _ = loop.submit(() -> {
            loopHeld.await();
            return true;
        });
        trigger.peer().sendByte(1);
        meanwhile.accept(session);
        loopHeld.countDown();
        Await.until("the session is handed over", session::isHandedOver);
        trigger.peer().close();
        trigger.channel().close().syncUninterruptibly();
        return session;
    }

    /** The one thread of the event loop. */
    long loopThreadId() {
        return loop.submit(() -> Thread.currentThread().threadId())
                .syncUninterruptibly()
                .getNow();
    }

    /** How often the event loop wakes up while nothing happens; a few times if somebody looks at it. */
    long wakeUpsWhileQuiet() {
        long before = wakeUps.get();
        LockSupport.parkNanos(QUIET.toNanos());
        return wakeUps.get() - before;
    }

    @Override
    public void close() throws IOException {
        sessions.forEach(RelaySession::close);
        listener.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Sets what the transport sets before a channel is first read. */
    private static final class ReceiveBuffers extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.config().setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(256, 1024, MAX_RECEIVE_BYTES));
        }
    }

    private RelaySession.Wire wire() throws IOException {
        Channel channel = new Bootstrap()
                .group(loop)
                .channel(transport.channelType())
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ReceiveBuffers())
                .connect(listener.getLocalAddress())
                .syncUninterruptibly()
                .channel();
        return new RelaySession.Wire(new Peer(listener.accept()), channel);
    }
}
