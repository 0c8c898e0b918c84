// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.balance.Balance;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.internal.connector.names.Service;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of several backends a session gets, with backends that listen and backends that do not. */
@Timeout(60)
final class SeveralBackendsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 51_234);

    /** Nobody listens there: tcpmux, a reserved port. */
    private static final BackendAddress DEAD = BackendAddress.parse("127.0.0.1:1");

    private static final BackendAddress DEAD_TOO = BackendAddress.parse("127.0.0.2:1");

    private final NioTransport transport = new NioTransport();
    private final ManualClock clock = new ManualClock();
    private final List<ServerSocket> sockets = new ArrayList<>();
    private List<Service> services = List.of();
    private final Names names = new Names(
            _ -> new Answer.Found<>(
                    List.of(InetAddress.ofLiteral("127.0.0.3"), InetAddress.ofLiteral("127.0.0.1")), LONG),
            _ -> new Answer.Found<>(services, LONG),
            clock);
    private final BalancingConnector connector = new BalancingConnector(
            transport,
            names,
            () -> new ConnectorConfig(LONG, 0, new ActiveHealthConfig(false, ProbeType.TCP, LONG, LONG, false)),
            clock);
    private BackendAddress one;
    private BackendAddress two;
    private BackendAddress three;

    @BeforeEach
    void listen() throws IOException {
        one = backend();
        two = backend();
        three = backend();
    }

    private BackendAddress backend() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        sockets.add(socket);
        return BackendAddress.parse("127.0.0.1:" + socket.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        connector.close();
        transport.close();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }

    private static ServerDefinition server(Balance balance, BackendAddress... addresses) {
        return server(balance, Optional.empty(), Optional.empty(), addresses);
    }

    private static ServerDefinition server(
            Balance balance, Optional<Integer> attempts, Optional<Duration> connect, BackendAddress... addresses) {
        return Definitions.server(
                false,
                connect,
                new BalanceConfig(balance, Duration.ZERO, attempts, ServerActiveHealthConfig.NONE),
                List.of(addresses));
    }

    private Dialled dial(ServerDefinition server, Dial.Purpose purpose, Supplier<ChannelHandler> handler)
            throws InterruptedException {
        return connector.dial(new Dial(server, CLIENT, CLIENT, transport.loop(), handler, purpose));
    }

    private Dialled dial(ServerDefinition server) throws InterruptedException {
        return dial(server, Dial.Purpose.SESSION, ChannelInboundHandlerAdapter::new);
    }

    private Dialled.Connected connect(ServerDefinition server, Dial.Purpose purpose) throws InterruptedException {
        Dialled result = dial(server, purpose, ChannelInboundHandlerAdapter::new);
        assertThat(result).isInstanceOf(Dialled.Connected.class);
        return (Dialled.Connected) result;
    }

    private HostAndPort session(ServerDefinition server) throws InterruptedException {
        return connect(server, Dial.Purpose.SESSION).address();
    }

    private HostAndPort status(ServerDefinition server) throws InterruptedException {
        return connect(server, Dial.Purpose.STATUS).address();
    }

    private List<HostAndPort> sessions(int count, ServerDefinition server) throws InterruptedException {
        List<HostAndPort> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(session(server));
        }
        return all;
    }

    private int socketsMadeBy(ServerDefinition server) throws InterruptedException {
        transport.configured.clear();
        dial(server);
        return transport.configured.size();
    }

    private static void close(Channel channel) throws InterruptedException {
        channel.close().sync();
        // What listens to the end has been told when the next task runs.
        channel.eventLoop().submit(() -> {}).sync();
    }

    @Test
    void sessionsTakeTurnsByWeight() throws Exception {
        ServerDefinition server = server(Balance.ROUND_ROBIN, one.withWeight(2), two, three);

        assertThat(sessions(8, server))
                .containsExactly(
                        one.target(),
                        two.target(),
                        three.target(),
                        one.target(),
                        one.target(),
                        two.target(),
                        three.target(),
                        one.target());
    }

    @Test
    void turnsGoOnWhenTheFileChanges() throws Exception {
        assertThat(session(server(Balance.ROUND_ROBIN, one, two))).isEqualTo(one.target());

        assertThat(session(server(Balance.ROUND_ROBIN, one, two))).isEqualTo(two.target());
    }

    @Test
    void statusQuestionsTakeNoTurnAndAreNoLoad() throws Exception {
        ServerDefinition turns = server(Balance.ROUND_ROBIN, one, two);
        ServerDefinition least = server(Balance.LEAST_CONN, one, two);

        assertThat(status(turns)).isEqualTo(one.target());
        assertThat(status(turns)).isEqualTo(one.target());

        assertThat(sessions(2, turns)).containsExactly(one.target(), two.target());
        assertThat(connector.of(least)).extracting(Backends.State::sessions).containsExactly(1, 1);
    }

    @Test
    void sessionGoesWhereTheFewestAre() throws Exception {
        ServerDefinition server = server(Balance.LEAST_CONN, one, two);
        Dialled.Connected first = connect(server, Dial.Purpose.SESSION);
        sessions(3, server);
        close(first.channel());
        assertThat(connector.of(server)).extracting(Backends.State::sessions).containsExactly(1, 2);

        assertThat(session(server)).isEqualTo(first.address());
    }

    @Test
    void addressThatFailedIsLeftOutWhileAnotherIsUp() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, DEAD, one);

        assertThat(socketsMadeBy(server)).isEqualTo(2);
        assertThat(socketsMadeBy(server)).isOne();
        assertThat(socketsMadeBy(server)).isOne();
    }

    @Test
    void addressThatFailsAtEachTrialIsEjectedHoweverFewTheLogins() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, DEAD, one);
        int login = 0;
        for (Duration pause : List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10))) {
            clock.advance(pause);
            assertThat(socketsMadeBy(server)).as("login %d", ++login).isEqualTo(2);
        }
        assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.EJECTED);

        clock.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(socketsMadeBy(server)).isOne();
        clock.advance(Duration.ofNanos(1));
        assertThat(socketsMadeBy(server)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThat(socketsMadeBy(server)).isOne();
    }

    @Test
    void whatIsKnownOutlivesChangesOfTheFile() throws Exception {
        dial(server(Balance.FIRST_AVAILABLE, DEAD, one));

        assertThat(socketsMadeBy(server(Balance.RANDOM, DEAD, two))).isOne();
    }

    @Test
    void addressThatIsEjectedIsTheLastResort() throws Exception {
        ServerDefinition server = server(Balance.ROUND_ROBIN, DEAD, DEAD_TOO);
        for (int i = 0; i < 3; i++) {
            assertThat(dial(server)).isInstanceOf(Dialled.Unreachable.class);
        }
        assertThat(connector.of(server)).extracting(Backends.State::health).containsOnly(Backends.Health.EJECTED);

        assertThat(socketsMadeBy(server)).isEqualTo(2);
    }

    @Test
    void ejectedAddressThatConnectsIsUpAgain() throws Exception {
        ServerSocket socket = sockets.getFirst();
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, one);
        socket.close();
        for (int i = 0; i < 3; i++) {
            dial(server);
        }
        assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.EJECTED);

        sockets.add(new ServerSocket(one.target().port(), 50, InetAddress.ofLiteral("127.0.0.1")));

        assertThat(session(server)).isEqualTo(one.target());
        assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.UP);
    }

    @Test
    void loginsThatWaitGoElsewhereWhenTheirBackendIsFoundToBeDown() throws Exception {
        try (FullBackend full = new FullBackend()) {
            BackendAddress silent = BackendAddress.parse("127.0.0.1:" + full.port());
            ServerDefinition patient = server(Balance.FIRST_AVAILABLE, silent, one);
            List<FutureTask<HostAndPort>> waiting = IntStream.range(0, 4)
                    .mapToObj(_ -> new FutureTask<>(() -> session(patient)))
                    .toList();
            waiting.forEach(Thread::startVirtualThread);
            while (transport.configured.size() < waiting.size()) {
                Thread.onSpinWait();
            }
            ServerDefinition hasty = server(Balance.FIRST_AVAILABLE, Optional.empty(), Optional.of(SHORT), silent);
            for (int i = 0; i < 3; i++) {
                dial(hasty);
            }

            for (FutureTask<HostAndPort> login : waiting) {
                assertThat(login.get(LONG.toSeconds() / 2, TimeUnit.SECONDS)).isEqualTo(one.target());
            }
        }
    }

    @Test
    void triesNoMoreThanItMay() throws Exception {
        ServerDefinition server =
                server(Balance.FIRST_AVAILABLE, Optional.of(2), Optional.empty(), DEAD, DEAD_TOO, one);

        assertThat(dial(server))
                .isEqualTo(new Dialled.Unreachable(
                        "127.0.0.1:1: connection refused; 127.0.0.2:1: connection refused;"
                                + " 1 more not tried (connect_max_attempts = 2)",
                        true));
    }

    @Test
    void addressesThatArePassedOverAreNoAttempts() throws Exception {
        ServerDefinition server =
                server(Balance.FIRST_AVAILABLE, Optional.of(2), Optional.empty(), DEAD, DEAD_TOO, one);
        dial(server);

        assertThat(session(server)).isEqualTo(one.target());
    }

    @Test
    void drainedAddressGetsStatusQuestionsAndNoSessions() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, one, two);
        connector.drain(server, Optional.of(one.target()));

        assertThat(session(server)).isEqualTo(two.target());
        assertThat(status(server)).isEqualTo(one.target());

        connector.undrain(server.id(), Optional.of(one.target()));
        assertThat(session(server)).isEqualTo(one.target());
    }

    @Test
    void drainedServerRefusesSessionsAndKeepsThoseItHas() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, one);
        Dialled.Connected running = connect(server, Dial.Purpose.SESSION);
        connector.drain(server, Optional.empty());

        assertThat(dial(server)).isEqualTo(new Dialled.Unreachable("drained: the server gets no new sessions", false));
        assertThat(status(server)).isEqualTo(one.target());
        assertThat(running.channel().isActive()).isTrue();
        assertThat(connector.of(server).getFirst().sessions()).isOne();
    }

    @Test
    void serverWithEveryAddressDrainedRefusesSessions() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, one, two);
        connector.drain(server, Optional.of(one.target()));
        connector.drain(server, Optional.of(two.target()));

        assertThat(dial(server))
                .isEqualTo(new Dialled.Unreachable("drained: every address of the server gets no new sessions", false));
    }

    @Test
    void clientThatLeavesIsNoFaultOfTheBackend() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, one);
        for (int i = 0; i < 5; i++) {
            Dialled result = dial(server, Dial.Purpose.SESSION, () -> new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRegistered(ChannelHandlerContext context) {
                    var _ = context.close();
                }
            });
            assertThat(result).isInstanceOf(Dialled.Unreachable.class);
        }

        assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.UP);
        assertThat(connector.of(server).getFirst().sessions()).isZero();
    }

    @Test
    void loginThatIsInterruptedIsNoFaultOfTheBackend() throws Exception {
        try (FullBackend full = new FullBackend()) {
            ServerDefinition server = server(Balance.FIRST_AVAILABLE, BackendAddress.parse("127.0.0.1:" + full.port()));
            for (int i = 0; i < 5; i++) {
                transport.configured.clear();
                FutureTask<Dialled> login = new FutureTask<>(() -> dial(server));
                Thread thread = Thread.startVirtualThread(login);
                while (transport.configured.isEmpty()) {
                    Thread.onSpinWait();
                }
                thread.interrupt();
                assertThat(thread.join(LONG)).isTrue();
            }

            assertThat(connector.of(server).getFirst().health()).isEqualTo(Backends.Health.UP);
            assertThat(connector.of(server).getFirst().sessions()).isZero();
        }
    }

    @Test
    void serviceRecordsLeadToTheirTargets() throws Exception {
        services = List.of(
                new Service("127.0.0.1", 1, 0, 1),
                new Service("127.0.0.1", two.target().port(), 10, 1));
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, BackendAddress.parse("mc.example.com"));

        assertThat(session(server)).isEqualTo(two.target());
        assertThat(connector.of(server)).extracting(Backends.State::sessions).containsExactly(1);
    }

    @Test
    void nameThatSaysThereIsNoServerIsUnreachable() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, BackendAddress.parse("mc.example.com"));

        assertThat(dial(server))
                .isEqualTo(new Dialled.Unreachable("the SRV record of its host says that there is no server", false));
    }

    @Test
    void recordOfNameThatFailedIsPassedOverWhileAnotherIsUp() throws Exception {
        ServerDefinition server = server(
                Balance.FIRST_AVAILABLE,
                BackendAddress.parse("mc.example.com:" + one.target().port()));

        assertThat(socketsMadeBy(server)).isEqualTo(2);
        assertThat(socketsMadeBy(server)).isOne();
    }
}
