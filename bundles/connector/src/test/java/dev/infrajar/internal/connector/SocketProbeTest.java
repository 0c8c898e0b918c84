// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.BackendUser;
import dev.infrajar.internal.connector.health.Evidence;
import dev.infrajar.internal.connector.health.HealthSettings;
import dev.infrajar.internal.connector.health.Probe;
import dev.infrajar.internal.connector.health.ProbeType;
import dev.infrajar.internal.connector.names.Answer;
import dev.infrajar.internal.connector.names.Names;
import dev.infrajar.net.core.HostAndPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SocketProbeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Long enough to connect on a busy machine, and waited for. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final NioTransport transport = new NioTransport();
    private final ManualClock clock = new ManualClock();
    private final Names names =
            new Names(_ -> new Answer.Failed<>("unknown host name"), _ -> new Answer.None<>("none"), clock);
    private final SocketProbe probe = new SocketProbe(
            transport.eventLoops(),
            new AddressDialler(names, new SocketDialler(transport), new Endpoints(clock), new ManualTimer()));
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        names.close();
        transport.close();
    }

    private Probe.Result probe(ProbeType type, Duration timeout, boolean sendsHeader) throws InterruptedException {
        HostAndPort address = new HostAndPort("127.0.0.1", server.getLocalPort());
        Backend backend = new Backend(
                address,
                new BackendUser("survival", sendsHeader, () -> new HealthSettings(true, type, LONG, timeout, false)),
                clock.getAsLong());
        return probe.probe(backend, backend.user().health().get());
    }

    private FutureTask<Probe.Result> probing(boolean sendsHeader) {
        FutureTask<Probe.Result> task = new FutureTask<>(() -> probe(ProbeType.STATUS, LONG, sendsHeader));
        Thread.startVirtualThread(task);
        return task;
    }

    /** Handshake (protocol -1, host, port, next state 1) and status request, each with its length in front. */
    private byte[] question() {
        byte[] host = "127.0.0.1".getBytes(US_ASCII);
        byte[] minusOne = HexBytes.of("FFFFFFFF0F");
        return ByteBuffer.allocate(22)
                .put((byte) 19)
                .put((byte) 0)
                .put(minusOne)
                .put((byte) host.length)
                .put(host)
                .putShort((short) server.getLocalPort())
                .put((byte) 1)
                .put((byte) 1)
                .put((byte) 0)
                .array();
    }

    @Test
    void connectionIsEnoughForTcp() throws Exception {
        assertThat(probe(ProbeType.TCP, LONG, true)).isInstanceOf(Probe.Result.Passed.class);
        try (Socket accepted = server.accept()) {
            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void refusedConnectionFails() throws Exception {
        int port = server.getLocalPort();
        server.close();
        assertThat(port).isPositive();

        assertThat(probe(ProbeType.TCP, LONG, false))
                .isEqualTo(new Probe.Result.Failed("connection refused", Evidence.CONNECT));
    }

    @Test
    void statusAsksAndPassesWithTheFirstBytesOfAnAnswer() throws Exception {
        FutureTask<Probe.Result> probing = probing(false);

        try (Socket accepted = server.accept()) {
            assertThat(accepted.getInputStream().readNBytes(22)).isEqualTo(question());
            accepted.getOutputStream().write(7);
            assertThat(probing.get(30, TimeUnit.SECONDS)).isInstanceOf(Probe.Result.Passed.class);
            assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void headerOfStatusProbeNamesTheProxyItself() throws Exception {
        FutureTask<Probe.Result> probing = probing(true);

        try (Socket accepted = server.accept()) {
            // Signature, version 2 and PROXY, TCP over IPv4, 12 bytes: addresses and ports, the sender's first.
            byte[] expected = ByteBuffer.allocate(28)
                    .put(HexBytes.of("0D0A0D0A000D0A515549540A 21 11 000C 7F000001 7F000001"))
                    .putShort((short) accepted.getPort())
                    .putShort((short) accepted.getLocalPort())
                    .array();
            assertThat(accepted.getInputStream().readNBytes(28)).isEqualTo(expected);
            assertThat(accepted.getInputStream().readNBytes(22)).isEqualTo(question());
            accepted.getOutputStream().write(7);
            assertThat(probing.get(30, TimeUnit.SECONDS)).isInstanceOf(Probe.Result.Passed.class);
        }
    }

    @Test
    void silenceFailsStatus() throws Exception {
        assertThat(probe(ProbeType.STATUS, SHORT, false))
                .isEqualTo(new Probe.Result.Failed("no status answer within 2s", Evidence.ANSWER));
    }

    @Test
    void closedConnectionFailsStatus() throws Exception {
        FutureTask<Probe.Result> probing = probing(false);
        server.accept().close();

        assertThat(probing.get(30, TimeUnit.SECONDS))
                .isEqualTo(new Probe.Result.Failed("closed in place of a status answer", Evidence.ANSWER));
    }
}
