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
import dev.infrajar.net.transport.Dial;
import dev.infrajar.net.transport.Dialled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names without a port beside other addresses, while nobody says where they lead. */
@Timeout(60)
final class PortlessNamesTest {
    /** Longer than a test may take: whoever waits for a name that nobody tells fails it. */
    private static final Duration HOURS = Duration.ofHours(2);

    private static final Duration TTL = Duration.ofSeconds(30);
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 51_234);
    private static final BackendAddress NAME = BackendAddress.parse("mc.example.com");

    /** Nobody listens there: tcpmux, a reserved port. */
    private static final BackendAddress DEAD = BackendAddress.parse("127.0.0.1:1");

    private final NioTransport transport = new NioTransport();
    private final ManualClock clock = new ManualClock();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile CompletableFuture<Answer<List<Service>>> services = new CompletableFuture<>();
    private final Names names = new Names(_ -> new Answer.Failed<>("not asked"), this::services, clock);
    private final BalancingConnector connector = new BalancingConnector(
            transport,
            names,
            () -> new ConnectorConfig(HOURS, 0, new ActiveHealthConfig(false, ProbeType.TCP, HOURS, HOURS, false)),
            clock);
    private ServerSocket first;
    private ServerSocket second;

    private Answer<List<Service>> services(String name) throws InterruptedException {
        asked.countDown();
        try {
            return services.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        first = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        second = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        connector.close();
        transport.close();
        first.close();
        second.close();
    }

    private static BackendAddress address(ServerSocket socket) {
        return BackendAddress.parse("127.0.0.1:" + socket.getLocalPort());
    }

    private static Answer<List<Service>> leadsTo(ServerSocket socket) {
        return new Answer.Found<>(List.of(new Service("127.0.0.1", socket.getLocalPort(), 0, 1)), TTL);
    }

    private static ServerDefinition server(Balance balance, BackendAddress... addresses) {
        return Definitions.server(
                false,
                Optional.empty(),
                new BalanceConfig(balance, Duration.ZERO, Optional.empty(), ServerActiveHealthConfig.NONE),
                List.of(addresses));
    }

    private Dialled dial(ServerDefinition server) throws InterruptedException {
        return connector.dial(new Dial(
                server, CLIENT, CLIENT, transport.loop(), ChannelInboundHandlerAdapter::new, Dial.Purpose.SESSION));
    }

    private int session(ServerDefinition server) throws InterruptedException {
        Dialled result = dial(server);
        assertThat(result).isInstanceOf(Dialled.Connected.class);
        return ((Dialled.Connected) result).address().port();
    }

    private List<Integer> sessions(int count, ServerDefinition server) throws InterruptedException {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(session(server));
        }
        return all;
    }

    /** Until the connector knows what it was told. */
    private void awaitKnown() {
        while (names.freshServices(NAME.host()).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void loginWaitsForNoNameWhileAnotherAddressIsUp() throws Exception {
        assertThat(session(server(Balance.FIRST_AVAILABLE, address(first), NAME)))
                .isEqualTo(first.getLocalPort());
        assertThat(session(server(Balance.FIRST_AVAILABLE, NAME, address(first))))
                .isEqualTo(first.getLocalPort());
        assertThat(sessions(3, server(Balance.ROUND_ROBIN, NAME, address(first))))
                .containsOnly(first.getLocalPort());
        asked.await();
    }

    @Test
    void namesGetTheirShareOnceTheyAreKnown() throws Exception {
        ServerDefinition server = server(Balance.ROUND_ROBIN, address(first), NAME.withWeight(2));
        session(server);
        services.complete(leadsTo(second));
        awaitKnown();

        assertThat(sessions(6, server))
                .hasSize(6)
                .filteredOn(port -> port == second.getLocalPort())
                .hasSize(4);
    }

    @Test
    void recordsThatAreOutOfDateStayInUseWhileTheyAreLookedUp() throws Exception {
        services.complete(leadsTo(second));
        ServerDefinition server = server(Balance.ROUND_ROBIN, address(first), NAME);
        session(server);
        awaitKnown();
        services = new CompletableFuture<>();
        clock.advance(TTL);

        assertThat(sessions(4, server))
                .hasSize(4)
                .filteredOn(port -> port == second.getLocalPort())
                .hasSize(2);

        services.complete(leadsTo(first));
        awaitKnown();
        assertThat(sessions(2, server)).containsOnly(first.getLocalPort());
    }

    @Test
    void nameIsWaitedForWhenNothingElseIsUp() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, DEAD, NAME);
        Thread.startVirtualThread(() -> {
            while (transport.configured.isEmpty()) {
                Thread.onSpinWait();
            }
            services.complete(leadsTo(second));
        });

        assertThat(session(server)).isEqualTo(second.getLocalPort());
    }

    @Test
    void nameIsWaitedForBeforeAnAddressIsTriedThatHasFailed() throws Exception {
        services.complete(leadsTo(second));
        dial(server(Balance.FIRST_AVAILABLE, DEAD));
        transport.configured.clear();

        assertThat(session(server(Balance.FIRST_AVAILABLE, DEAD, NAME))).isEqualTo(second.getLocalPort());
        assertThat(transport.configured).hasSize(1);
    }

    @Test
    void nameThatIsDrainedIsNotWaitedFor() throws Exception {
        ServerDefinition server = server(Balance.FIRST_AVAILABLE, DEAD, NAME);
        connector.drain(server, Optional.of(new HostAndPort(NAME.host(), 25_565)));

        assertThat(dial(server)).isEqualTo(new Dialled.Unreachable("127.0.0.1:1: connection refused", true));
        assertThat(asked.getCount()).isOne();
    }
}
