// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.core.HostAndPort;
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
import org.junit.jupiter.api.Test;

class ListeningSocketTest {
    private static final long DEADLINE_SECONDS = 20;

    private final NioTransport transport = new NioTransport();
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicReference<@Nullable ConnectionAcceptor> acceptor = new AtomicReference<>(this::accept);
    private final List<Socket> clients = new ArrayList<>();
    private @Nullable ListeningSocket listening;

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        if (listening != null) {
            listening.close();
        }
        transport.close();
    }

    private void accept(ClientConnection connection) {
        Channel channel = connection.channel();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        accepted.add(channel);
    }

    private int listen(int maxConnections) throws IOException {
        int port = freePort();
        listening = ListeningSocket.bind(
                new ListenerConfig(new HostAndPort("127.0.0.1", port), maxConnections, false),
                transport,
                new ClientInitializer(acceptor));
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void connect(int port) throws IOException {
        clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private Channel next() throws InterruptedException {
        Channel channel = accepted.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(channel).as("an accepted connection").isNotNull();
        return channel;
    }

    /** Counted before the close: the permit is free as soon as the channel is closed, and the next may be accepted. */
    private void leave(Channel channel) {
        open.decrementAndGet();
        channel.close();
    }

    @Test
    void handsOverEachConnectionWithAnEmptyPipeline() throws Exception {
        int port = listen(0);
        connect(port);

        Channel channel = next();

        assertThat(channel.isActive()).isTrue();
        assertThat(channel.config().isAutoRead()).isFalse();
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
        connect(port);

        clients.getFirst().setSoTimeout((int) TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        assertThat(clients.getFirst().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void saysWhyItCannotListen() throws Exception {
        int port = listen(0);

        assertThatThrownBy(() -> ListeningSocket.bind(
                        new ListenerConfig(new HostAndPort("127.0.0.1", port), 0, false),
                        transport,
                        new ClientInitializer(acceptor)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("in use");
    }

    @Test
    void leavesAcceptedConnectionsOpenWhenItCloses() throws Exception {
        int port = listen(0);
        connect(port);
        Channel channel = next();
        ListeningSocket socket = listening;
        assertThat(socket).isNotNull();

        socket.close();

        assertThat(channel.isActive()).isTrue();
        assertThatThrownBy(() -> connect(port)).isInstanceOf(IOException.class);
    }
}
