// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.listener.filter.FilterRegistry;
import dev.infrajar.net.transport.ClientConnection;
import dev.infrajar.net.transport.ConnectionAcceptor;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(booleans = {true, false})
class ListenerTest {
    private static final int DEADLINE_MS = 20_000;

    private final LoopTransport transport;
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicReference<@Nullable ConnectionAcceptor> acceptor = new AtomicReference<>(this::accept);
    private final AtomicReference<ListenerConfig> config = new AtomicReference<>(Configs.plain(1, 0));
    private final List<Socket> clients = new ArrayList<>();
    private final Listener listener;

    ListenerTest(boolean isBest) {
        transport = isBest ? LoopTransport.best() : LoopTransport.nio();
        listener = new Listener(
                transport,
                new ClientInitializer(config::get, new Arrivals(acceptor, new Refusals(), new FilterRegistry())));
    }

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        listener.close();
        transport.close();
    }

    private void accept(ClientConnection connection) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        accepted.add(connection.channel());
    }

    private int listen(int maxConnections) throws IOException {
        int port = Configs.freePort();
        listener.open(set(Configs.plain(port, maxConnections)));
        return port;
    }

    private ListenerConfig set(ListenerConfig now) {
        config.set(now);
        return now;
    }

    private Socket connect(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(DEADLINE_MS);
        clients.add(client);
        return client;
    }

    /** NIO closes a socket that was registered when its loop selects the next time: a moment after the close. */
    private void assertThatPortCloses(int port) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEADLINE_MS);
        while (answers(port)) {
            assertThat(System.nanoTime()).as("port %d still answers", port).isLessThan(deadline);
        }
    }

    private boolean answers(int port) {
        try {
            connect(port);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private Channel next() throws InterruptedException {
        Channel channel = accepted.poll(DEADLINE_MS, TimeUnit.MILLISECONDS);
        assertThat(channel).as("an accepted connection").isNotNull();
        return channel;
    }

    /** Counted before the close: the permit is free as soon as the channel is closed, and the next may be accepted. */
    private void leave(Channel channel) {
        open.decrementAndGet();
        channel.close();
    }

    @Test
    void takesOverAPortWhenItIsLetGo() throws Exception {
        int port = listen(0);
        ListenerConfig same = Configs.plain(port, 0);
        Listener successor = new Listener(
                transport,
                new ClientInitializer(config::get, new Arrivals(acceptor, new Refusals(), new FilterRegistry())));
        assertThatThrownBy(() -> successor.open(same)).isInstanceOf(IOException.class);

        successor.openWhenFree(() -> same);
        listener.close();

        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEADLINE_MS);
        while (!successor.isOpen()) {
            assertThat(System.nanoTime()).as("the port is taken over").isLessThan(deadline);
            Thread.onSpinWait();
        }
        connect(port);
        assertThat(next().isActive()).isTrue();
        successor.close();
    }

    @Test
    void handsOverEachConnectionWithAnEmptyPipeline() throws Exception {
        int port = listen(0);
        connect(port);

        Channel channel = next();

        assertThat(channel.isActive()).isTrue();
        assertThat(channel.config().isAutoRead()).isFalse();
        channel.eventLoop().submit(() -> {}).sync();
        assertThat(channel.pipeline().first()).isNull();
    }

    @Test
    void lastClientWaitsInBacklogUntilOneLeaves() throws Exception {
        int port = listen(2);
        connect(port);
        connect(port);
        connect(port);
        Channel first = next();
        next();
        assertThat(accepted).isEmpty();

        leave(first);

        next();
        assertThat(mostOpen).hasValue(2);
    }

    @Test
    void neverExceedsItsCeilingAndServesEverybody() throws Exception {
        int port = listen(3);
        for (int i = 0; i < 60; i++) {
            connect(port);
        }
        for (int i = 0; i < 60; i++) {
            leave(next());
        }

        assertThat(mostOpen.get()).isBetween(1, 3);
    }

    @Test
    void goesOnWhenSeveralLeaveAtOnce() throws Exception {
        int port = listen(4);
        for (int i = 0; i < 12; i++) {
            connect(port);
        }
        for (int round = 0; round < 3; round++) {
            List<Channel> full = List.of(next(), next(), next(), next());
            full.forEach(this::leave);
        }

        assertThat(mostOpen).hasValue(4);
    }

    @Test
    void holdsNewConnectionsWhileNobodyTakesThem() throws Exception {
        ConnectionAcceptor present = acceptor.getAndSet(null);
        int port = listen(0);
        connect(port);

        acceptor.set(present);

        assertThat(next().isActive()).isTrue();
    }

    @Test
    void closesNewConnectionsWhenNobodyComes() throws Exception {
        acceptor.set(null);
        int port = listen(0);

        assertThat(connect(port).getInputStream().read()).isEqualTo(-1);
    }

    /** The trap of a peer whose EOF is seen together with its bytes: Netty then reads although nobody has asked. */
    @Test
    void keepsTheBytesOfClientsThatSendEverythingAndClose() throws Exception {
        FakeSession session = new FakeSession();
        acceptor.set(null);
        int port = listen(0);
        Socket client = connect(port);
        client.getOutputStream().write(1);
        client.getOutputStream().write(2);
        client.shutdownOutput();

        acceptor.set(session);

        assertThat(session.inputClosed().await(DEADLINE_MS, TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(session.received()).containsExactly(1, 2);
    }

    @Test
    void keepsTheBytesBehindAHeaderOfClientsThatSendEverythingAndClose() throws Exception {
        FakeSession session = new FakeSession();
        acceptor.set(session);
        int port = Configs.freePort();
        listener.open(set(Configs.behindProxies(port, "127.0.0.0/8")));
        Socket client = connect(port);
        client.getOutputStream()
                .write(Headers.concat(
                        Headers.v2(Headers.PROXY, Headers.TCP4, Headers.TCP4_ADDRESSES), Headers.bytes(1, 2)));
        client.shutdownOutput();

        assertThat(session.inputClosed().await(DEADLINE_MS, TimeUnit.MILLISECONDS))
                .isTrue();
        assertThat(session.received()).containsExactly(1, 2);
        assertThat(session.connection())
                .hasValueSatisfying(
                        taken -> assertThat(taken.client().getHostString()).isEqualTo("203.0.113.7"));
    }

    @Test
    void silentPeerThatOwesItsHeaderHoldsNobodyUp() throws Exception {
        int port = Configs.freePort();
        listener.open(set(Configs.behindProxies(port, "127.0.0.1")));
        for (int i = 0; i < 20; i++) {
            connect(port);
        }

        connect(port).getOutputStream().write(Headers.v1("PROXY UNKNOWN"));

        assertThat(next().isActive()).isTrue();
    }

    @Test
    void saysWhyItCannotListen() throws Exception {
        int port = listen(0);
        Listener second = new Listener(
                transport,
                new ClientInitializer(config::get, new Arrivals(acceptor, new Refusals(), new FilterRegistry())));

        assertThatThrownBy(() -> second.open(Configs.plain(port, 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("in use");
        assertThat(second.isOpen()).isFalse();
    }

    @Test
    void leavesAcceptedConnectionsOpenWhenItCloses() throws Exception {
        int port = listen(0);
        connect(port);
        Channel channel = next();

        listener.close();

        assertThat(listener.isOpen()).isFalse();
        assertThat(channel.isActive()).isTrue();
        assertThatPortCloses(port);
    }

    @Test
    void movesToAnotherPortAndKeepsTheConnectionsOfTheOldOne() throws Exception {
        int old = listen(0);
        connect(old);
        Channel before = next();
        int port = Configs.freePort();

        assertThat(listener.apply(set(Configs.plain(port, 0)))).isEmpty();

        connect(port);
        assertThat(next().isActive()).isTrue();
        assertThat(before.isActive()).isTrue();
        assertThat(listener.isOpen()).isTrue();
        assertThatPortCloses(old);
    }

    @Test
    void staysOnItsPortWhenTheNewOneCannotBeBound() throws Exception {
        int old = listen(0);
        ServerSocket other = new ServerSocket(Configs.freePort(), 1, InetAddress.getLoopbackAddress());
        int taken = other.getLocalPort();

        assertThat(listener.apply(set(Configs.plain(taken, 0)))).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("bind: ")
                .contains("127.0.0.1:" + taken)
                .contains("in use")
                .contains("still listening on 127.0.0.1:" + old));

        assertThat(listener.isOpen()).isTrue();
        connect(old);
        assertThat(next().isActive()).isTrue();
        other.close();
        assertThat(listener.apply(Configs.plain(taken, 0))).as("tried again").isEmpty();
    }

    @Test
    void connectionsOfTheOldPortCountForTheNewOne() throws Exception {
        int old = listen(2);
        connect(old);
        connect(old);
        Channel first = next();
        next();
        int port = Configs.freePort();
        listener.apply(set(Configs.plain(port, 2)));
        connect(port);
        connect(port);

        leave(first);

        leave(next());
        leave(next());
        assertThat(mostOpen).hasValue(2);
    }

    @Test
    void higherCeilingLetsWaitingClientsIn() throws Exception {
        int port = listen(1);
        for (int i = 0; i < 3; i++) {
            connect(port);
        }
        next();
        assertThat(accepted).isEmpty();

        listener.apply(set(Configs.plain(port, 3)));

        next();
        next();
    }

    @Test
    void removedCeilingLetsEverybodyIn() throws Exception {
        int port = listen(1);
        for (int i = 0; i < 20; i++) {
            connect(port);
        }

        listener.apply(set(Configs.plain(port, 0)));

        for (int i = 0; i < 20; i++) {
            next();
        }
    }

    @ParameterizedTest(name = "from {0}")
    @ValueSource(ints = {0, 10})
    void lowerCeilingCountsWhoIsThereAlready(int before) throws Exception {
        int port = listen(before);
        List<Channel> there = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            connect(port);
            there.add(next());
        }

        listener.apply(set(Configs.plain(port, 3)));
        // The new ceiling is in force when the accepting loops have had their turn.
        settle();
        connect(port);
        connect(port);
        for (Channel channel : there.subList(0, 3)) {
            leave(channel);
            settle();
        }
        assertThat(accepted).as("three are still there").isEmpty();

        leave(there.get(3));
        Channel late = next();
        assertThat(open).hasValue(3);
        leave(late);
        next();
        assertThat(there.subList(4, 6)).allMatch(Channel::isActive);
    }

    private void settle() throws InterruptedException {
        // A task of each loop, twice: what the first turn has caused has happened after the second.
        for (int turn = 0; turn < 2; turn++) {
            for (var loop : transport.eventLoops()) {
                loop.submit(() -> {}).sync();
            }
        }
    }

    @Test
    void newConnectionsFollowTheRulesForHeadersOfTheMoment() throws Exception {
        int port = listen(0);
        connect(port);
        next();

        listener.apply(set(Configs.behindProxies(port, "10.0.0.1")));
        assertThat(connect(port).getInputStream().read()).isEqualTo(-1);

        listener.apply(set(Configs.behindProxies(port, "127.0.0.1")));
        connect(port).getOutputStream().write(Headers.v1("PROXY UNKNOWN"));
        next();
    }

    @Test
    void saysThatAPortInUseKeepsWhatItWasBoundWith() throws Exception {
        Assumptions.assumeTrue(transport.isEpoll(), "SO_REUSEPORT is for epoll alone");
        int port = listen(0);

        assertThat(listener.apply(set(Configs.sharedPort(port))))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("so_reuseport: "));
        int another = Configs.freePort();
        assertThat(listener.apply(set(Configs.sharedPort(another)))).isEmpty();
        assertThat(listener.apply(set(Configs.sharedPort(another)))).isEmpty();
    }

    @Test
    void sharesItsPortWhenBothSocketsDo() throws Exception {
        Assumptions.assumeTrue(transport.isEpoll(), "SO_REUSEPORT is for epoll alone");
        int port = Configs.freePort();
        Listener second = new Listener(
                transport,
                new ClientInitializer(config::get, new Arrivals(acceptor, new Refusals(), new FilterRegistry())));
        listener.open(Configs.sharedPort(port));
        second.open(Configs.sharedPort(port));

        listener.close();

        connect(port);
        assertThat(next().isActive()).isTrue();
        second.close();
    }

    @Test
    void appliesNothingWhenItIsClosed() throws Exception {
        listen(0);
        listener.close();
        int port = Configs.freePort();

        assertThat(listener.apply(Configs.plain(port, 0))).isEmpty();

        assertThatPortCloses(port);
    }
}
