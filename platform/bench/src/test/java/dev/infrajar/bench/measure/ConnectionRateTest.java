// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.DirectPath;
import dev.infrajar.bench.load.AnsweringBackend;
import dev.infrajar.bench.load.Backend;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import dev.infrajar.bench.result.Summary;
import dev.infrajar.stress.load.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionRateTest {
    private static final Duration TIME = Duration.ofMillis(100);

    private final Results results = new Results();

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void measure(ConnectionRate.Kind kind, InetSocketAddress backend) throws IOException {
        try (Engine engine = Engine.start();
                var measure = new ConnectionRate(kind, new DirectPath(backend), engine, TIME)) {
            measure.measure(Contender.DIRECT, results);
        }
    }

    private static InetSocketAddress deadAddress() throws IOException {
        try (Backend backend = Backend.start(anyPort())) {
            return backend.address();
        }
    }

    private static Metric rateOf(ConnectionRate.Kind kind) {
        return kind == ConnectionRate.Kind.STATUS ? Metric.STATUS_RATE : Metric.JOIN_RATE;
    }

    @ParameterizedTest
    @EnumSource
    void countsConnectionsThatAreAnswered(ConnectionRate.Kind kind) throws IOException {
        try (AnsweringBackend backend = AnsweringBackend.start(anyPort())) {
            measure(kind, backend.address());

            assertThat(results.summary(rateOf(kind), Contender.DIRECT).map(Summary::median))
                    .hasValueSatisfying(rate -> assertThat(rate).isPositive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWhenConnectionsAreNotAnswered(ConnectionRate.Kind kind) throws IOException {
        InetSocketAddress address = deadAddress();

        assertThatThrownBy(() -> measure(kind, address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not all connections were answered");
    }
}
