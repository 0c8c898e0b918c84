// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopTransportTest {
    private final List<LoopTransport> transports = new ArrayList<>();
    private final AtomicReference<KeepaliveConfig> keepalive =
            new AtomicReference<>(new KeepaliveConfig(Duration.ofSeconds(31), Duration.ofSeconds(11), 4));

    @AfterEach
    void stopLoops() {
        transports.forEach(LoopTransport::stop);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void carriesDatagramsOnItsLoops(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);

        Channel channel = new Bootstrap()
                .group(transport.eventLoops())
                .channel(transport.datagramChannelType())
                .handler(new ChannelInboundHandlerAdapter())
                .bind(InetAddress.ofLiteral("127.0.0.1"), 0)
                .sync()
                .channel();

        assertThat(channel.isActive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void configuresConnectedSockets(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter());

            assertThat(channel.config().getOption(ChannelOption.TCP_NODELAY)).isTrue();
            assertThat(channel.config().getOption(ChannelOption.ALLOW_HALF_CLOSURE))
                    .isTrue();
            assertThat(channel.config().isAutoRead()).isFalse();
            assertThat(channel.config().getAllocator()).isSameAs(PooledByteBufAllocator.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsConnectedSocketsAliveWhenTold(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter());
            assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isFalse();

            keepAlive(transport, channel);

            assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();
            assertThat(times(channel, kind(epoll))).containsExactly(31, 11, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesClosedSocketsAlone(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter());
            channel.close().sync();

            assertThatCode(() -> keepAlive(transport, channel)).doesNotThrowAnyException();
        }
    }

    private static void keepAlive(LoopTransport transport, Channel channel) throws InterruptedException {
        channel.eventLoop().submit(() -> transport.keepAlive(channel)).sync();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void socketsForAnAddressReachIt(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (ServerSocket server = server()) {
            InetSocketAddress target = (InetSocketAddress) server.getLocalSocketAddress();
            Channel channel = transport.newChannel(target.getAddress());
            transport.eventLoops().register(channel).sync();
            channel.connect(target).sync();

            assertThat(channel.remoteAddress()).isEqualTo(target);
            assertThat(((InetSocketAddress) channel.localAddress()).getAddress())
                    .isInstanceOf(Inet4Address.class);
            channel.close().sync();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void newSocketsTakeChangedKeepalive(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        keepalive.set(new KeepaliveConfig(Duration.ofSeconds(5), Duration.ofSeconds(6), 7));
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter());
            keepAlive(transport, channel);

            assertThat(channel.config().getOption(kind(epoll).keepIdle())).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void configuresAcceptedSocketsWithAndWithoutTheirListener(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        for (boolean isListenerConfigured : new boolean[] {true, false}) {
            try (Listening listening = new Listening(transport, isListenerConfigured)) {
                Channel channel = listening.accept();

                assertThat(channel.config().getOption(ChannelOption.TCP_NODELAY))
                        .isTrue();
                assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE))
                        .isTrue();
                assertThat(channel.config().isAutoRead()).isFalse();
                assertThat(times(channel, kind(epoll))).containsExactly(31, 11, 4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acceptedSocketsTakeChangedKeepalive(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (Listening listening = new Listening(transport, true)) {
            Channel early = listening.accept();
            keepalive.set(new KeepaliveConfig(Duration.ofSeconds(5), Duration.ofSeconds(6), 7));

            assertThat(times(listening.accept(), kind(epoll))).containsExactly(5, 6, 7);
            assertThat(times(listening.accept(), kind(epoll))).containsExactly(5, 6, 7);
            assertThat(times(early, kind(epoll))).containsExactly(31, 11, 4);
        }
    }

    /** What the kernel gives, and nobody sets: the way in which each connection would pay for it. */
    @Test
    void epollListenersHandKeepaliveOn() throws Exception {
        LoopTransport transport = transport(true, 1);
        try (Listening listening = new Listening(transport, true)) {
            listening.configureAccepted = false;
            Channel channel = listening.accept();

            assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();
            assertThat(times(channel, kind(true))).containsExactly(31, 11, 4);
        }
    }

    private static List<Integer> times(Channel channel, SocketKind kind) {
        return List.of(
                channel.config().getOption(kind.keepIdle()),
                channel.config().getOption(kind.keepInterval()),
                channel.config().getOption(kind.keepCount()));
    }

    /** A listening socket whose connections stay open until its end. */
    private static final class Listening implements AutoCloseable {
        private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
        private final List<Socket> clients = new ArrayList<>();
        private final Channel listener;
        private volatile boolean configureAccepted = true;

        Listening(LoopTransport transport, boolean isListenerConfigured) {
            listener = new ServerBootstrap()
                    .group(transport.eventLoops())
                    .channel(transport.serverChannelType())
                    .handler(new ChannelInboundHandlerAdapter() {
                        @Override
                        public void handlerAdded(ChannelHandlerContext context) {
                            if (isListenerConfigured) {
                                transport.configureListener(context.channel());
                            }
                        }

                        @Override
                        public void channelRead(ChannelHandlerContext context, Object message) {
                            if (configureAccepted) {
                                transport.configure((Channel) message);
                            }
                            context.fireChannelRead(message);
                        }
                    })
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            accepted.add(channel);
                        }
                    })
                    .bind(InetAddress.getLoopbackAddress(), 0)
                    .syncUninterruptibly()
                    .channel();
        }

        Channel accept() throws IOException, InterruptedException {
            InetSocketAddress address = (InetSocketAddress) listener.localAddress();
            clients.add(new Socket(address.getAddress(), address.getPort()));
            return requireNonNull(accepted.poll(10, TimeUnit.SECONDS), "nothing was accepted");
        }

        @Override
        public void close() throws IOException {
            for (Socket client : clients) {
                client.close();
            }
            listener.close().syncUninterruptibly();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNothingUntilAsked(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        CompletableFuture<Object> firstMessage = new CompletableFuture<>();
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    firstMessage.complete(message);
                    ReferenceCountUtil.release(message);
                }
            });
            try (Socket accepted = server.accept()) {
                accepted.getOutputStream().write(1);
                // Two rounds through the loop: it has looked at its sockets at least once in between.
                channel.eventLoop().submit(() -> {}).sync();
                channel.eventLoop().submit(() -> {}).sync();
                assertThat(firstMessage).isNotDone();

                channel.read();

                assertThat(firstMessage.get(10, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasAsManyNamedLoopsAsConfigured(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Future<String> name = transport.eventLoops().next().submit(() -> Thread.currentThread()
                    .getName());
            names.add(name.get(10, TimeUnit.SECONDS));
        }
        assertThat(names).containsExactlyInAnyOrder("infrajar-loop-1", "infrajar-loop-2", "infrajar-loop-3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stoppingClosesWhatIsOpenAndMayBeRepeated(boolean epoll) throws Exception {
        LoopTransport transport = transport(epoll, 1);
        try (ServerSocket server = server()) {
            Channel channel = connect(transport, server, new ChannelInboundHandlerAdapter());

            transport.stop();
            transport.stop();

            assertThat(channel.isOpen()).isFalse();
            assertThat(transport.eventLoops().isTerminated()).isTrue();
        }
    }

    @Test
    void prefersEpollWhereItIsAvailable() {
        assertThat(SocketKind.best().isEpoll()).isEqualTo(Epoll.isAvailable());
    }

    private LoopTransport transport(boolean epoll, int loops) {
        LoopTransport transport = new LoopTransport(kind(epoll), new TransportConfig(loops), keepalive::get);
        transports.add(transport);
        return transport;
    }

    private static SocketKind kind(boolean epoll) {
        assumeTrue(!epoll || Epoll.isAvailable(), "native epoll is not available here");
        return epoll ? SocketKind.epoll() : SocketKind.nio();
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Channel connect(LoopTransport transport, ServerSocket server, ChannelInboundHandlerAdapter handler)
            throws Exception {
        return new Bootstrap()
                .group(transport.eventLoops())
                .channelFactory(() -> configured(transport))
                .handler(handler)
                .connect(server.getLocalSocketAddress())
                .sync()
                .channel();
    }

    private static Channel configured(LoopTransport transport) {
        try {
            Channel channel = transport.channelType().getConstructor().newInstance();
            transport.configure(channel);
            return channel;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
