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

/** One session that moves bytes as fast as it can, first clientbound, then serverbound. */
public final class Throughput implements Measure {
    /** Makes HAProxy look at a stream early, see {@link dev.infrajar.bench.contender.Haproxy}; a stream is not silent. */
    private static final Duration MAY_END_SILENT = Duration.ofSeconds(1);

    /** Longer than that, so that every contender runs as it does in a long stream. */
    private static final Duration LEAD = Duration.ofMillis(1500);

    private final Clients clients;
    private final RunningProxies proxies;
    private final long bytes;

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param clients for the sessions
     * @param bytes per direction and round
     */
    public Throughput(ProxyStarter starter, Clients clients, long bytes) {
        this.clients = clients;
        this.bytes = bytes;
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return Contender.RELAYS.contains(contender);
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        proxies.use(contender, proxy -> measure(contender, proxy, results));
    }

    @Override
    public void close() {
        proxies.close();
    }

    private void measure(Contender contender, ProxyUnderTest proxy, Results results) throws IOException {
        StreamCost clientbound = run(proxy, Order.SOURCE);
        StreamCost serverbound = run(proxy, Order.SINK);
        results.add(Metric.CLIENTBOUND_RATE, contender, clientbound.megabytesPerSecond());
        results.add(Metric.CLIENTBOUND_DRIVER_CPU, contender, clientbound.driverSecondsPerGigabyte());
        results.add(Metric.SERVERBOUND_RATE, contender, serverbound.megabytesPerSecond());
        if (proxy.process().isPresent()) {
            results.add(Metric.CLIENTBOUND_CPU, contender, clientbound.proxySecondsPerGigabyte());
            results.add(Metric.SERVERBOUND_CPU, contender, serverbound.proxySecondsPerGigabyte());
        }
    }

    private StreamCost run(ProxyUnderTest proxy, Order order) throws IOException {
        StreamMeter meter = new StreamMeter(proxy.gauge(), bytes);
        try (Client client = clients.open(proxy.target(), order)) {
            client.stream(order, LEAD, bytes, meter);
        }
        return meter.cost();
    }
}
