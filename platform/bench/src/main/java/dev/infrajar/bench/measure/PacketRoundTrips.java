// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.game.GameClient;
import dev.infrajar.bench.game.Players;
import dev.infrajar.bench.game.SmallFrame;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** One player with one small packet under way at a time: how long it takes, and what it costs the proxy. */
public final class PacketRoundTrips implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);
    private static final int FRAME_BYTES = 64;

    /** One in so many more packets goes ahead of those that count. */
    private static final int LEAD_PART = 4;

    /** So many times what counts is ahead of it in the first turn of a process: a JVM compiles meanwhile. */
    private static final int FIRST_LEAD = 2;

    private static final Set<Contender> APPLIES = EnumSet.of(
            Contender.DIRECT,
            Contender.HAPROXY_COPY,
            Contender.OURS_COPY,
            Contender.OURS_OFFLINE,
            Contender.OURS_CLIENT_ONLY);

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private final RunningProxies proxies;
    private final Players players;
    private final int messages;
    private final Set<Contender> warm = EnumSet.noneOf(Contender.class);

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param players for the sessions
     * @param messages per round
     */
    public PacketRoundTrips(ProxyStarter starter, Players players, int messages) {
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
        this.players = players;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "mode-rtt";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return APPLIES.contains(contender);
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
        ByteBuffer frame = SmallFrame.of(FRAME_BYTES);
        try (GameClient client = players.join(proxy.target(), Order.ECHO)) {
            client.pingPong(frame, warm.add(contender) ? messages * FIRST_LEAD : messages / LEAD_PART);
            CpuMeter cpu = CpuMeter.start(proxy.gauge());
            Histogram nanos = client.pingPong(frame, messages);
            double cpuMicros = cpu.seconds() * MICROS_PER_SECOND / messages;
            results.add(Metric.MODE_P50, contender, nanos.getValueAtPercentile(50) / NANOS_PER_MICRO);
            results.add(Metric.MODE_P99, contender, nanos.getValueAtPercentile(99) / NANOS_PER_MICRO);
            if (proxy.process().isPresent()) {
                results.add(Metric.MODE_ROUND_TRIP_CPU, contender, cpuMicros);
            }
        }
    }
}
