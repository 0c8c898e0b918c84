// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.game.GameClient;
import dev.infrajar.bench.game.PacketStream;
import dev.infrajar.bench.game.Players;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** One player who is sent compressed packets as fast as they come: what each costs. */
public final class PacketCost implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);
    private static final Duration LEAD = Duration.ofMillis(1500);

    /** In the first turn of a process: a JVM compiles meanwhile. */
    private static final Duration FIRST_LEAD = Duration.ofSeconds(8);

    /** What is encrypted costs some ten times as much, and can be measured with a part of it. */
    private static final int ENCRYPTED_PART = 10;

    private static final Set<Contender> APPLIES = EnumSet.of(
            Contender.HAPROXY_COPY,
            Contender.OURS_COPY,
            Contender.OURS_OFFLINE,
            Contender.OURS_WATCHED,
            Contender.OURS_CHANGED,
            Contender.OURS_CLIENT_ONLY,
            Contender.AES_CFB8);

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunningProxies proxies;
    private final Players players;
    private final PacketStream stream;
    private final long bytes;
    private final AesCost aes = AesCost.ofFastest();
    private final Set<Contender> warm = EnumSet.noneOf(Contender.class);

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param players for the sessions
     * @param stream what the server sends
     * @param bytes per round
     */
    public PacketCost(ProxyStarter starter, Players players, PacketStream stream, long bytes) {
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
        this.players = players;
        this.stream = stream;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "mode-stream";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return APPLIES.contains(contender);
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        if (contender == Contender.AES_CFB8) {
            results.note("aes-cfb8 is the encryption of " + aes.library());
            results.add(
                    Metric.PACKET_CPU,
                    contender,
                    aes.seconds(bytes / ENCRYPTED_PART) * MICROS_PER_SECOND / packets(bytes / ENCRYPTED_PART));
        } else {
            proxies.use(contender, proxy -> measure(contender, proxy, results));
        }
    }

    @Override
    public void close() {
        proxies.close();
    }

    private void measure(Contender contender, ProxyUnderTest proxy, Results results) throws IOException {
        long counted = contender == Contender.OURS_CLIENT_ONLY ? bytes / ENCRYPTED_PART : bytes;
        StreamMeter meter = new StreamMeter(proxy.gauge(), counted);
        try (GameClient client = players.join(proxy.target(), Order.SOURCE)) {
            Duration lead = warm.add(contender) ? FIRST_LEAD : LEAD;
            client.stream(stream, contender == Contender.OURS_CHANGED, lead, counted, meter);
        }
        StreamCost cost = meter.cost();
        double packets = packets(counted);
        results.add(Metric.PACKET_CPU, contender, cost.proxySeconds() * MICROS_PER_SECOND / packets);
        results.add(Metric.PACKET_RATE, contender, packets / (cost.nanos() / NANOS_PER_SECOND));
        results.add(Metric.PACKET_DRIVER_CPU, contender, cost.driverSeconds() * MICROS_PER_SECOND / packets);
    }

    /** As the server sends them; a change makes a packet hardly larger or smaller. */
    private double packets(long onWire) {
        return (double) onWire * PacketStream.PACKETS / stream.roundBytes();
    }
}
