// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.load.Target;
import dev.infrajar.bench.proc.ProcessGauge;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import dev.infrajar.stress.load.Engine;
import dev.infrajar.stress.load.Mix;
import dev.infrajar.stress.load.Plan;
import dev.infrajar.stress.load.Sources;
import dev.infrajar.stress.pattern.Opening;
import dev.infrajar.stress.pattern.Outcome;
import dev.infrajar.stress.pattern.Pattern;
import dev.infrajar.stress.report.Summary;
import dev.infrajar.stress.report.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Short connections, a fixed number at a time, each opened when another has ended: how many there are in a second, and
 * what they cost the proxy. Every connection comes from a loopback address of its own, for all contenders alike, so that
 * neither limits nor ports that wait (TIME_WAIT) count in.
 */
public final class ConnectionRate implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);

    /** Ahead of what counts. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    /** So many times what counts is ahead of it in the first turn of a process: a JVM compiles meanwhile. */
    private static final int FIRST_LEAD = 4;

    private static final Set<Contender> APPLIES =
            EnumSet.of(Contender.DIRECT, Contender.HAPROXY_COPY, Contender.OURS_COPY);

    private static final int CONCURRENT = 64;
    private static final int PROTOCOL = 775;
    private static final long SEED = 1;

    /** 127.16.0.1 and so many that follow. */
    private static final int FIRST_ADDRESS = 0x7F10_0001;

    private static final int ADDRESSES = 0x000F_FFFE;

    private static final double MEGABYTE = 1e6;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;

    private final Kind kind;
    private final Engine engine;
    private final RunningProxies proxies;
    private final Sources sources = Sources.loopback(FIRST_ADDRESS, ADDRESSES);
    private final Duration time;
    private final Set<Contender> warm = EnumSet.noneOf(Contender.class);

    /** What connections come for, and where the figures go. */
    public enum Kind {
        /** Connect, handshake and request, answer, ping, pong, close. */
        STATUS(
                Pattern.STATUS,
                Metric.STATUS_RATE,
                Metric.STATUS_P99,
                Metric.STATUS_CPU,
                Metric.STATUS_DRIVER_CPU,
                Metric.STATUS_PEAK,
                Metric.STATUS_AFTER),
        /** Connect, handshake and login start, the first packet of the backend's answer, close. */
        JOIN(
                Pattern.LOGIN,
                Metric.JOIN_RATE,
                Metric.JOIN_P99,
                Metric.JOIN_CPU,
                Metric.JOIN_DRIVER_CPU,
                Metric.JOIN_PEAK,
                Metric.JOIN_AFTER);

        private final Pattern pattern;
        private final Metric rate;
        private final Metric p99;
        private final Metric cpu;
        private final Metric driverCpu;
        private final Metric peak;
        private final Metric after;

        Kind(Pattern pattern, Metric rate, Metric p99, Metric cpu, Metric driverCpu, Metric peak, Metric after) {
            this.pattern = pattern;
            this.rate = rate;
            this.p99 = p99;
            this.cpu = cpu;
            this.driverCpu = driverCpu;
            this.peak = peak;
            this.after = after;
        }
    }

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param engine makes the connections
     * @param time of one turn, without its lead
     */
    public ConnectionRate(Kind kind, ProxyStarter starter, Engine engine, Duration time) {
        this.kind = kind;
        this.engine = engine;
        this.time = time;
        this.proxies = new RunningProxies(starter, MAY_END_SILENT);
    }

    @Override
    public String name() {
        return kind.rate.measure();
    }

    /** Splicing begins where these end. */
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
        ProcessGauge gauge = proxy.gauge();
        run(proxy.target(), warm.add(contender) ? firstLead() : LEAD);
        gauge.forgetPeak();
        CpuMeter cpu = CpuMeter.start(gauge);
        CpuMeter driverCpu = CpuMeter.start(ProcessGauge.self());
        Tally tally = run(proxy.target(), time);
        double perConnection = MICROS_PER_SECOND / tally.connects();
        results.add(kind.driverCpu, contender, driverCpu.seconds() * perConnection);
        results.add(kind.rate, contender, tally.connects() / (tally.nanos() / (double) TimeUnit.SECONDS.toNanos(1)));
        results.add(
                kind.p99,
                contender,
                tally.latency(kind.pattern, Outcome.ANSWERED).p99() / MICROS_PER_MILLI);
        if (proxy.process().isPresent()) {
            results.add(kind.cpu, contender, cpu.seconds() * perConnection);
            results.add(kind.peak, contender, gauge.peakResidentBytes() / MEGABYTE);
            results.add(kind.after, contender, gauge.residentBytes() / MEGABYTE);
        }
    }

    private Duration firstLead() {
        Duration lead = time.multipliedBy(FIRST_LEAD);
        return lead.compareTo(LEAD) > 0 ? lead : LEAD;
    }

    /** Every connection must be answered: one that is not is no faster way to serve it. */
    private Tally run(Target target, Duration duration) throws IOException {
        Tally tally = await(engine.begin(plan(target, duration)).ended());
        if (tally.count(kind.pattern, Outcome.ANSWERED) != tally.connects()) {
            throw new IOException("not all connections were answered:" + new Summary(tally).text());
        }
        return tally;
    }

    private Plan plan(Target target, Duration duration) {
        return new Plan(
                target.address(),
                new Opening(PROTOCOL, target.host(), target.address().getPort()),
                Mix.even(List.of(kind.pattern)),
                sources,
                new Plan.Bounds(CONCURRENT, duration, OptionalInt.empty(), Plan.Bounds.LIMIT),
                SEED);
    }

    private static Tally await(Future<Tally> ended) throws IOException {
        try {
            return ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("the load failed", e);
        }
    }
}
