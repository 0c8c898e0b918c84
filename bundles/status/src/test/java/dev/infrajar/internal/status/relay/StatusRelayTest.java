// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.internal.status.FakeBackend;
import dev.infrajar.internal.status.Fixtures;
import dev.infrajar.internal.status.PlainConnector;
import dev.infrajar.internal.status.motd.MotdConfig;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StatusRelayTest {
    private static final int PROTOCOL = 774;
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final PlainConnector connector = new PlainConnector();

    @AfterEach
    void stopLoops() {
        connector.close();
    }

    @Test
    void asksAsAClientWouldWithTheNormalisedHost() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            ask(Fixtures.server(backend.port()), LONG);

            FakeBackend.Request request = backend.request.get(10, TimeUnit.SECONDS);
            assertThat(request.protocol()).isEqualTo(PROTOCOL);
            assertThat(request.host()).isEqualTo("mc.example.com");
            assertThat(request.port()).isEqualTo(backend.port());
            assertThat(request.nextState()).isEqualTo(1);
            assertThat(request.secondHex()).isEqualTo("0100");
        }
    }

    @Test
    void writesTheExplicitHost() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            ask(Fixtures.server(backend.port(), new DomainRewrite.Explicit("inner.example"), MotdConfig.NONE), LONG);

            assertThat(backend.request.get(10, TimeUnit.SECONDS).host()).isEqualTo("inner.example");
        }
    }

    @Test
    void writesTheHostOfTheDialledAddress() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            ask(Fixtures.server(backend.port(), new DomainRewrite.FromBackend(), MotdConfig.NONE), LONG);

            assertThat(backend.request.get(10, TimeUnit.SECONDS).host()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void givesTheAnswerAndClosesTheConnection() throws Exception {
        try (FakeBackend backend = FakeBackend.answering(Fixtures.ANSWER)) {
            Relayed relayed = ask(Fixtures.server(backend.port()), LONG);

            assertThat(relayed).isEqualTo(StatusParser.parse(Fixtures.ANSWER));
            assertThat(backend.closedByProxy).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void keepsMembersItDoesNotKnow() throws Exception {
        String json = Fixtures.ANSWER.substring(0, Fixtures.ANSWER.length() - 1)
                + ",\"forgeData\":{\"channels\":[],\"d\":null,\"big\":1e3},\"favicon\":\"data:image/png;base64,AA==\"}";
        try (FakeBackend backend = FakeBackend.answering(json)) {
            Relayed relayed = ask(Fixtures.server(backend.port()), LONG);

            assertThat(((Relayed.Answer) relayed).document().toText()).isEqualTo(json);
        }
    }

    @Test
    void takesAnAnswerInPiecesOfOneByte() throws Exception {
        FakeBackend.Behaviour drip = socket -> {
            socket.setTcpNoDelay(true);
            for (byte piece : FakeBackend.response(Fixtures.ANSWER)) {
                socket.getOutputStream().write(piece);
            }
        };
        try (FakeBackend backend = new FakeBackend(drip)) {
            assertThat(ask(Fixtures.server(backend.port()), LONG)).isInstanceOf(Relayed.Answer.class);
        }
    }

    @Test
    void takesAnAnswerThatEndsWithTheConnection() throws Exception {
        FakeBackend.Behaviour lastWords = socket -> {
            socket.getOutputStream().write(FakeBackend.response(Fixtures.ANSWER));
            socket.shutdownOutput();
        };
        try (FakeBackend backend = new FakeBackend(lastWords)) {
            assertThat(ask(Fixtures.server(backend.port()), LONG)).isInstanceOf(Relayed.Answer.class);
        }
    }

    @Test
    void garbageIsAFailure() throws Exception {
        try (FakeBackend backend = FakeBackend.answering("HTTP/1.1 400 Bad Request")) {
            assertThat(ask(Fixtures.server(backend.port()), LONG))
                    .isEqualTo(new Relayed.Unusable("the answer is not valid JSON"));
        }
    }

    @Test
    void anotherPacketIsAFailure() throws Exception {
        byte[] packet = FakeBackend.framed(new byte[] {5, 1, 2, 3});
        try (FakeBackend backend =
                new FakeBackend(socket -> socket.getOutputStream().write(packet))) {
            assertThat(ask(Fixtures.server(backend.port()), LONG))
                    .isEqualTo(new Relayed.Unusable("packet 5 came in place of the answer"));
        }
    }

    @Test
    void hugeClaimIsAFailureAtOnce() throws Exception {
        byte[] length = FakeBackend.varInt(2_097_151);
        try (FakeBackend backend =
                new FakeBackend(socket -> socket.getOutputStream().write(length))) {
            assertThat(ask(Fixtures.server(backend.port()), LONG))
                    .isEqualTo(new Relayed.Unusable("the answer claims 2097151 bytes, the most is 98305"));
        }
    }

    @Test
    void silenceIsAFailureAndTheConnectionIsClosed() throws Exception {
        try (FakeBackend backend = new FakeBackend(_ -> {})) {
            assertThat(ask(Fixtures.server(backend.port()), SHORT))
                    .isEqualTo(new Relayed.Unreachable("no answer within 100 ms", false));
            assertThat(backend.closedByProxy).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void slowDialIsAFailure() throws Exception {
        StatusRelay relay = new StatusRelay(dial -> dial.loop().newPromise(), connector.loops, SHORT);
        ServerDefinition server = Fixtures.server(Fixtures.DEAD_PORT);

        assertThat(relay.ask(server, Fixtures.query(PROTOCOL, server), PROTOCOL))
                .isEqualTo(new Relayed.Unreachable("no answer within 100 ms", false));
    }

    @Test
    void earlyCloseIsAFailure() throws Exception {
        try (FakeBackend backend = new FakeBackend(Socket::close)) {
            assertThat(ask(Fixtures.server(backend.port()), LONG))
                    .isEqualTo(new Relayed.Unusable("the backend closed the connection without an answer"));
        }
    }

    @Test
    void closeWithinTheAnswerIsAFailure() throws Exception {
        FakeBackend.Behaviour half = socket -> {
            socket.getOutputStream().write(FakeBackend.response(Fixtures.ANSWER), 0, 40);
            socket.shutdownOutput();
        };
        try (FakeBackend backend = new FakeBackend(half)) {
            assertThat(ask(Fixtures.server(backend.port()), LONG))
                    .isEqualTo(new Relayed.Unusable("the backend closed the connection without an answer"));
        }
    }

    @Test
    void resetIsAFailure() throws Exception {
        FakeBackend.Behaviour reset = socket -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
        try (FakeBackend backend = new FakeBackend(reset)) {
            assertThat(ask(Fixtures.server(backend.port()), LONG)).isInstanceOf(Relayed.Unusable.class);
        }
    }

    @Test
    void unreachableBackendIsAFailureWithTheConnectorsReason() throws Exception {
        assertThat(ask(Fixtures.server(Fixtures.DEAD_PORT), LONG))
                .isEqualTo(new Relayed.Unreachable("127.0.0.1:1: connection refused", true));
    }

    @Test
    void interruptClosesTheConnection() throws Exception {
        try (FakeBackend backend = new FakeBackend(_ -> {})) {
            FutureTask<Relayed> asking = new FutureTask<>(() -> ask(Fixtures.server(backend.port()), LONG));
            Thread thread = Thread.startVirtualThread(asking);
            backend.request.get(10, TimeUnit.SECONDS);

            thread.interrupt();

            assertThatThrownBy(() -> asking.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(backend.closedByProxy).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private Relayed ask(ServerDefinition server, Duration limit) throws InterruptedException {
        return new StatusRelay(connector, connector.loops, limit)
                .ask(server, Fixtures.query(PROTOCOL, server), PROTOCOL);
    }
}
