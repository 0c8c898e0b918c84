// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.load.Client;
import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** One session with one message under way at a time: how long it takes, and what it costs the proxy. */
public final class RoundTrips implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);

    /** One in so many more messages goes ahead of those that count. */
    private static final int LEAD_PART = 4;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private final Clients clients;
    private final RunningProxies proxies;
    private final int messages;

    /** A size and where its figures go. */
    private enum Size {
        SMALL(64, Metric.SMALL_P50, Metric.SMALL_P99, Metric.SMALL_CPU),
        LARGE(200, Metric.LARGE_P50, Metric.LARGE_P99, Metric.LARGE_CPU);

        private final int bytes;
        private final Metric p50;
        private final Metric p99;
        private final Metric cpu;

        Size(int bytes, Metric p50, Metric p99, Metric cpu) {
            this.bytes = bytes;
            this.p50 = p50;
            this.p99 = p99;
            this.cpu = cpu;
        }
    }

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param clients for the sessions
     * @param messages per size and round
     */
    public RoundTrips(ProxyStarter starter, Clients clients, int messages) {
        this.clients = clients;
        this.messages = messages;
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
    }

    @Override
    public String name() {
        return "rtt";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return Contender.RELAYS.contains(contender);
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        proxies.use(contender, proxy -> {
            for (Size size : Size.values()) {
                measure(contender, proxy, size, results);
            }
        });
    }

    @Override
    public void close() {
        proxies.close();
    }

    private void measure(Contender contender, ProxyUnderTest proxy, Size size, Results results) throws IOException {
        try (Client client = clients.open(proxy.target(), Order.ECHO)) {
            client.pingPong(size.bytes, messages / LEAD_PART);
            CpuMeter cpu = CpuMeter.start(proxy.gauge());
            Histogram nanos = client.pingPong(size.bytes, messages);
            double cpuMicros = cpu.seconds() * MICROS_PER_SECOND / messages;
            results.add(size.p50, contender, nanos.getValueAtPercentile(50) / NANOS_PER_MICRO);
            results.add(size.p99, contender, nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
            if (proxy.process().isPresent()) {
                results.add(size.cpu, contender, cpuMicros);
            }
        }
    }
}
