// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.game.JoinStorm;
import dev.infrajar.bench.proc.ProcessGauge;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Players who join and leave: how many there are in a second, and what each costs the proxy. */
public final class JoinRate implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);

    /** Ahead of what counts. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    /** In the first turn of a process: a JVM compiles meanwhile. */
    private static final Duration FIRST_LEAD = Duration.ofSeconds(20);

    private static final Set<Contender> APPLIES =
            EnumSet.of(Contender.DIRECT, Contender.HAPROXY_COPY, Contender.OURS_COPY, Contender.OURS_OFFLINE);

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunningProxies proxies;
    private final JoinStorm storm = new JoinStorm();
    private final Duration time;
    private final Set<Contender> warm = EnumSet.noneOf(Contender.class);

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param time of one turn, without its lead
     */
    public JoinRate(ProxyStarter starter, Duration time) {
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
        this.time = time;
    }

    @Override
    public String name() {
        return "mode-joins";
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
        storm.close();
    }

    private void measure(Contender contender, ProxyUnderTest proxy, Results results) throws IOException {
        storm.run(proxy.target(), warm.add(contender) ? FIRST_LEAD : LEAD);
        CpuMeter cpu = CpuMeter.start(proxy.gauge());
        CpuMeter driverCpu = CpuMeter.start(ProcessGauge.self());
        JoinStorm.Joins joins = storm.run(proxy.target(), time);
        double perJoin = MICROS_PER_SECOND / joins.joins();
        results.add(Metric.WHOLE_JOIN_DRIVER_CPU, contender, driverCpu.seconds() * perJoin);
        results.add(Metric.WHOLE_JOIN_RATE, contender, joins.joins() / (joins.nanos() / NANOS_PER_SECOND));
        results.add(Metric.WHOLE_JOIN_P99, contender, joins.latency().getValueAtPercentile(99) / NANOS_PER_MILLI);
        if (proxy.process().isPresent()) {
            results.add(Metric.WHOLE_JOIN_CPU, contender, cpu.seconds() * perJoin);
        }
    }
}
