// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Lookup;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BalancingConnectorTest {
    /** Nobody listens there: tcpmux, a reserved port. */
    private static final int DEAD_PORT = 1;

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 51_234);
    private static final InetSocketAddress LISTENER =
            new InetSocketAddress(InetAddress.ofLiteral("198.51.100.9"), 25_565);

    private static final ActiveHealthConfig NO_PROBES = new ActiveHealthConfig(false, ProbeType.TCP, LONG, LONG, false);

    private final NioTransport transport = new NioTransport();
    private final ManualClock clock = new ManualClock();
    private final List<BalancingConnector> connectors = new ArrayList<>();
    private final List<RecordingHandler> handlers = new ArrayList<>();
    private final CountDownLatch testEnds = new CountDownLatch(1);
    private ServerSocket backend;

    @BeforeEach
    void listen() throws IOException {
        backend = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        testEnds.countDown();
        backend.close();
        connectors.forEach(BalancingConnector::close);
        transport.close();
    }

    @Test
    void connectsWithTheGivenHandlerOnTheGivenLoop() throws Exception {
        Dial dial = dial(server(false, "127.0.0.1:" + backend.getLocalPort()));

        Dialled.Connected connected = connected(connector(LONG).dial(dial));

        assertThat(connected.address()).isEqualTo(new HostAndPort("127.0.0.1", backend.getLocalPort()));
        assertThat(connected.channel().isActive()).isTrue();
        assertThat(connected.channel().eventLoop()).isSameAs(dial.loop());
        assertThat(connected.channel().pipeline().first()).isSameAs(handlers.getFirst());
        assertThat(connected.channel().config().isAutoRead()).isFalse();
        assertThat(transport.configured).containsExactly(connected.channel());
    }

    @Test
    void triesAddressesInOrderUntilOneAnswers() throws Exception {
        Dial dial = dial(server(false, "127.0.0.1:" + DEAD_PORT, "127.0.0.1:" + backend.getLocalPort()));

        Dialled.Connected connected = connected(connector(LONG).dial(dial));

        assertThat(connected.address().port()).isEqualTo(backend.getLocalPort());
        assertThat(connected.channel().pipeline().first()).isSameAs(handlers.get(1));
    }

    @Test
    void failedAttemptIsClosedAndNeverHeardOfByTheNextHandler() throws Exception {
        Dial dial = dial(server(false, "127.0.0.1:" + DEAD_PORT, "127.0.0.1:" + backend.getLocalPort()));

        connector(LONG).dial(dial);

        assertThat(handlers).hasSize(2);
        assertThat(handlers.get(0).channel.get(10, TimeUnit.SECONDS).isOpen()).isFalse();
        assertThat(handlers.get(0).active).isNotDone();
        assertThat(handlers.get(1).inactive).isNotDone();
    }

    @Test
    void namesEveryAddressAndWhatWentWrong() throws Exception {
        BalancingConnector connector = connector(LONG, _ -> new Answer.Failed<>("unknown host name"));

        Dialled result = connector.dial(dial(server(false, "127.0.0.1:" + DEAD_PORT, "nowhere.example:2")));

        assertThat(result)
                .isEqualTo(new Dialled.Unreachable(
                        "127.0.0.1:1: connection refused; nowhere.example:2: unknown host name", false));
    }

    @Test
    void triesAllAddressesOfOneName() throws Exception {
        BalancingConnector connector = connector(LONG, _ -> found("127.0.0.2", "127.0.0.1"));

        Dialled result = connector.dial(dial(server(false, "two.example:" + backend.getLocalPort())));

        assertThat(connected(result).channel().remoteAddress())
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), backend.getLocalPort()));
    }

    @Test
    void namesEachAddressThatOneNameStandsFor() throws Exception {
        BalancingConnector connector = connector(LONG, _ -> found("127.0.0.2", "127.0.0.3"));

        Dialled result = connector.dial(dial(server(false, "two.example:1")));

        assertThat(result)
                .isEqualTo(new Dialled.Unreachable(
                        "two.example:1: 127.0.0.2 connection refused, 127.0.0.3 connection refused", true));
    }

    @Test
    void givesUpOnSlowLookup() throws Exception {
        BalancingConnector connector = connector(SHORT, _ -> {
            testEnds.await();
            return found("127.0.0.1");
        });

        Dialled result = connector.dial(dial(server(false, "slow.example:25565")));

        assertThat(result)
                .isEqualTo(new Dialled.Unreachable("slow.example:25565: name lookup took longer than 50ms", false));
        assertThat(transport.configured).isEmpty();
    }

    @Test
    void givesUpOnSilentAddressAndLeavesNoChannel() throws Exception {
        try (FullBackend full = new FullBackend()) {
            Dialled result = connector(SHORT).dial(dial(server(false, "127.0.0.1:" + full.port())));

            assertThat(result)
                    .isEqualTo(new Dialled.Unreachable("127.0.0.1:" + full.port() + ": no answer within 50ms", false));
            assertThat(transport.configured.element().closeFuture().await(10, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void silentAddressLeavesTimeForTheOthersOfItsName() throws Exception {
        try (FullBackend full = new FullBackend();
                ServerSocket other = new ServerSocket(full.port(), 50, InetAddress.ofLiteral("127.0.0.2"))) {
            BalancingConnector connector = connector(Duration.ofSeconds(2), _ -> found("127.0.0.1", "127.0.0.2"));

            Dialled result = connector.dial(dial(server(false, "two.example:" + full.port())));

            assertThat(connected(result).channel().remoteAddress()).isEqualTo(other.getLocalSocketAddress());
        }
    }

    @Test
    void serversOwnTimeoutWinsOverTheGlobalOne() throws Exception {
        try (FullBackend full = new FullBackend()) {
            ServerDefinition server = server(false, Optional.of(SHORT), "127.0.0.1:" + full.port());

            assertThat(connector(LONG).dial(dial(server))).isInstanceOf(Dialled.Unreachable.class);
        }
    }

    @Test
    void interruptWhileConnectingLeavesNoChannel() throws Exception {
        try (FullBackend full = new FullBackend()) {
            Dial dial = dial(server(false, "127.0.0.1:" + full.port()));
            FutureTask<Boolean> dialling = new FutureTask<>(() -> isInterrupted(dial));
            Thread thread = Thread.startVirtualThread(dialling);
            Channel channel = handlerOnceMade(0).channel.get(10, TimeUnit.SECONDS);

            thread.interrupt();

            assertThat(dialling.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(channel.closeFuture().await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void interruptDuringLookupEndsTheDial() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        BalancingConnector connector = connector(LONG, _ -> {
            looking.countDown();
            testEnds.await();
            return found("127.0.0.1");
        });
        FutureTask<Dialled> dialling =
                new FutureTask<>(() -> connector.dial(dial(server(false, "slow.example:25565"))));
        Thread thread = Thread.startVirtualThread(dialling);
        assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThatThrownBy(() -> dialling.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(transport.configured).isEmpty();
    }

    @Test
    void proxyHeaderComesBeforeWhatTheHandlerWritesFirst() throws Exception {
        Dial dial = dial(server(true, "127.0.0.1:" + backend.getLocalPort()));

        Dialled.Connected connected = connected(connector(LONG).dial(dial));

        try (Socket accepted = backend.accept()) {
            // Signature, version 2 and PROXY, TCP over IPv4, 12 bytes: addresses and ports, the client's first.
            byte[] header = accepted.getInputStream().readNBytes(28);
            assertThat(header)
                    .isEqualTo(HexBytes.of("0D0A0D0A000D0A515549540A 21 11 000C C0000207 C6336409 C822 63DD"));
            assertThat(accepted.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes(US_ASCII));
        }
        assertThat(connected.channel().pipeline().first()).isSameAs(handlers.getFirst());
    }

    @Test
    void proxyHeaderThatCannotBeWrittenFailsTheAttempt() throws Exception {
        Dial good = dial(server(true, "127.0.0.1:" + backend.getLocalPort()));
        Dial bad = new Dial(
                good.server(),
                CLIENT,
                LISTENER,
                good.loop(),
                () -> new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRegistered(ChannelHandlerContext context) {
                        var _ = context.close();
                    }
                },
                Dial.Purpose.SESSION);

        assertThat(connector(LONG).dial(bad)).isInstanceOf(Dialled.Unreachable.class);
    }

    private boolean isInterrupted(Dial dial) {
        try {
            connector(LONG).dial(dial);
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }

    private RecordingHandler handlerOnceMade(int index) throws InterruptedException {
        synchronized (handlers) {
            while (handlers.size() <= index) {
                handlers.wait();
            }
            return handlers.get(index);
        }
    }

    private BalancingConnector connector(Duration limit) {
        return connector(limit, _ -> new Answer.Failed<>("unknown host name"));
    }

    private BalancingConnector connector(Duration limit, Lookup<List<InetAddress>> lookup) {
        Names names = new Names(lookup, _ -> new Answer.None<>("no SRV record"), clock);
        BalancingConnector connector =
                new BalancingConnector(transport, names, () -> new ConnectorConfig(limit, 0, NO_PROBES), clock);
        connectors.add(connector);
        return connector;
    }

    private static Answer<List<InetAddress>> found(String... literals) {
        return new Answer.Found<>(
                List.of(literals).stream().map(InetAddress::ofLiteral).toList(), LONG);
    }

    private Dial dial(ServerDefinition server) {
        return new Dial(server, CLIENT, LISTENER, transport.loop(), this::newHandler, Dial.Purpose.SESSION);
    }

    private ChannelHandler newHandler() {
        RecordingHandler handler = new RecordingHandler();
        synchronized (handlers) {
            handlers.add(handler);
            handlers.notifyAll();
        }
        return handler;
    }

    private static ServerDefinition server(boolean proxyProtocol, String... addresses) {
        return server(proxyProtocol, Optional.empty(), addresses);
    }

    private static ServerDefinition server(boolean proxyProtocol, Optional<Duration> connect, String... addresses) {
        return Definitions.server(proxyProtocol, connect, BalanceConfig.DEFAULT, addresses);
    }

    private static Dialled.Connected connected(Dialled result) {
        assertThat(result).isInstanceOf(Dialled.Connected.class);
        return (Dialled.Connected) result;
    }
}
