// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.status.RelayingStatusResponder;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The price of an answer to a server list ping that needs no backend: what a flood of pings costs the event loops. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class StatusBenchmark {
    private static final int PROTOCOL = 774;
    private static final int PORT = 25565;

    /** Nobody listens there: tcpmux, a reserved port. */
    private static final int DEAD_PORT = 1;

    private final StatusStage stage = StatusStage.open();
    private final RelayingStatusResponder responder = stage.responder();
    private final StatusQuery cached = query(server("alive", stage.port()));
    private final StatusQuery down = query(server("down", DEAD_PORT));
    private final StatusQuery unknown = query(Optional.empty());

    /** Asks the backend once. */
    @Setup
    public void fill() {
        responder.answer(cached);
        if (responder.answerNow(cached).isEmpty()) {
            throw new IllegalStateException("the backend's answer is not kept");
        }
    }

    /** Ends the backend. */
    @TearDown
    public void close() throws IOException, InterruptedException {
        stage.close();
    }

    /**
     * An answer of a backend that is still fresh.
     *
     * @return the answer
     */
    @Benchmark
    public Optional<StatusReply> cached() {
        return responder.answerNow(cached);
    }

    /**
     * A host that leads to no server.
     *
     * @return the answer
     */
    @Benchmark
    public Optional<StatusReply> unknownHost() {
        return responder.answerNow(unknown);
    }

    /**
     * A server that was not there when it was asked last; every two seconds one call asks it again.
     *
     * @return the answer
     */
    @Benchmark
    public StatusReply unreachable() {
        return responder.answerNow(down).orElseGet(() -> responder.answer(down));
    }

    private static StatusQuery query(Optional<ServerDefinition> server) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
        return new StatusQuery(address, address, "mc.example.com", "mc.example.com", PORT, PROTOCOL, false, server);
    }

    private static Optional<ServerDefinition> server(String id, int port) {
        return Optional.of(new ServerDefinition(
                id,
                List.of("mc.example.com"),
                List.of(BackendAddress.parse("127.0.0.1:" + port)),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "gone",
                "bench",
                Map.of()));
    }
}
