// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackendTest {
    private Backend backend;
    private Target target;
    private final Clients clients = new Clients(Duration.ofSeconds(20));

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        target = new Target(backend.address(), "bench.example");
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        backend.close();
    }

    @Test
    void sendsEveryMessageBack() throws IOException {
        try (Client client = clients.open(target, Order.ECHO)) {
            assertThat(client.pingPong(64, 100).getTotalCount()).isEqualTo(100);
            assertThat(client.pingPong(200, 10).getTotalCount()).isEqualTo(10);
        }
    }

    @Test
    void streamsInBothDirections() throws IOException {
        for (Order order : List.of(Order.SOURCE, Order.SINK)) {
            List<String> readings = new ArrayList<>();
            try (Client client = clients.open(target, order)) {
                client.stream(order, Duration.ZERO, 5_000_000, recording(readings));
            }
            assertThat(readings).containsExactly("begin", "end");
        }
    }

    @Test
    void knowsHowManySessionsAreOpen() throws IOException {
        try (Closeable _ = new IdleSessions(clients, backend).open(target, 50)) {
            assertThat(backend.openSessions()).isEqualTo(50);
        }
        while (backend.openSessions() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void doesNotWaitForeverForAServerThatSaysNothing() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open();
                Clients hasty = new Clients(Duration.ofMillis(50))) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Target nobody = new Target((InetSocketAddress) silent.getLocalAddress(), "bench.example");

            assertThatThrownBy(() -> hasty.open(nobody, Order.ECHO)).isInstanceOf(IOException.class);
        }
    }

    private static Client.Meter recording(List<String> readings) {
        return new Client.Meter() {
            @Override
            public void begin() {
                readings.add("begin");
            }

            @Override
            public void end() {
                readings.add("end");
            }
        };
    }
}
