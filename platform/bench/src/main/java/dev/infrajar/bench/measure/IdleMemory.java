// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.ProxyStarter;
import dev.infrajar.bench.contender.ProxyUnderTest;
import dev.infrajar.bench.contender.ServerProcess;
import dev.infrajar.bench.load.SilentSessions;
import dev.infrajar.bench.proc.ProcessGauge;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What idle sessions hold, in a new process each time:
 *
 * <pre>
 *   started ── RSS ── sessions opened ── RSS ── live ── all closed ── live ── RSS ── opened again ── RSS
 * </pre>
 *
 * The first difference has the price of everything that happens for the first time, classes and compiled code included;
 * the second is what the sessions hold.
 */
public final class IdleMemory implements Measure {
    private static final Duration MAY_END_SILENT = Duration.ofHours(1);
    private static final Set<Contender> PLAYED =
            EnumSet.of(Contender.OURS_COPY, Contender.OURS_OFFLINE, Contender.OURS_CLIENT_ONLY);
    private static final double MEGABYTE = 1e6;
    private static final double PER_SESSIONS = 1000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CALM_READINGS = 10;
    private static final int MOST_READINGS = 100;
    private static final long CALM_BYTES = 128 * 1024;

    private final Kind kind;
    private final ProxyStarter starter;
    private final SilentSessions sessions;
    private final LiveMemory live;
    private final int count;

    /** What the sessions are, and where the figures go. */
    public enum Kind {
        /** The proxy moves their bytes. */
        RELAYED(Metric.IDLE_RSS, Metric.SESSIONS_RSS, Metric.AGAIN_RSS, Metric.IDLE_LIVE, Metric.SESSIONS_LIVE),
        /** The proxy sees their packets, if it is one that does. */
        PLAYING(
                Metric.MODE_IDLE_RSS,
                Metric.MODE_SESSIONS_RSS,
                Metric.MODE_AGAIN_RSS,
                Metric.MODE_IDLE_LIVE,
                Metric.MODE_SESSIONS_LIVE);

        private final Metric idleResident;
        private final Metric resident;
        private final Metric residentAgain;
        private final Metric idleLive;
        private final Metric live;

        Kind(Metric idleResident, Metric resident, Metric residentAgain, Metric idleLive, Metric live) {
            this.idleResident = idleResident;
            this.resident = resident;
            this.residentAgain = residentAgain;
            this.idleLive = idleLive;
            this.live = live;
        }
    }

    /**
     * Prepares the measure.
     *
     * @param starter for the contenders
     * @param sessions opens them
     * @param folder for files of its own
     * @param count sessions that are open at a time; the results are per 1000
     */
    public IdleMemory(Kind kind, ProxyStarter starter, SilentSessions sessions, Path folder, int count)
            throws IOException {
        this.kind = kind;
        this.starter = starter;
        this.sessions = sessions;
        this.live = new LiveMemory(folder);
        this.count = count;
    }

    @Override
    public String name() {
        return kind.resident.measure();
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return switch (kind) {
            case RELAYED -> Contender.RELAYS.contains(contender) && contender != Contender.DIRECT;
            case PLAYING -> PLAYED.contains(contender);
        };
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        try (ProxyUnderTest proxy = starter.start(contender, MAY_END_SILENT)) {
            ServerProcess server = proxy.process().orElseThrow();
            long idle = calmResidentBytes(server);
            results.add(kind.idleResident, contender, idle / MEGABYTE);
            long held = openFirst(
                    proxy, server, resident -> results.add(kind.resident, contender, perThousand(resident - idle)));
            long left = liveBytes(proxy, server);
            if (proxy.isJvm()) {
                results.add(kind.idleLive, contender, left / MEGABYTE);
                results.add(kind.live, contender, perThousand(held - left));
            }
            results.add(kind.residentAgain, contender, perThousand(openAgain(proxy, server)));
        }
    }

    @Override
    public void close() {
        // Every process ends with its round.
    }

    /** Opens and closes the sessions; returns the live memory with them open. */
    private long openFirst(ProxyUnderTest proxy, ServerProcess server, LongConsumer residentBytes) throws IOException {
        long held;
        try (Closeable _ = sessions.open(proxy.target(), count)) {
            residentBytes.accept(calmResidentBytes(server));
            held = liveBytes(proxy, server);
        }
        awaitNoSessions(server);
        return held;
    }

    /** Opens and closes as many; returns the growth of the resident set. */
    private long openAgain(ProxyUnderTest proxy, ServerProcess server) throws IOException {
        long idle = calmResidentBytes(server);
        long grown;
        try (Closeable _ = sessions.open(proxy.target(), count)) {
            grown = calmResidentBytes(server) - idle;
        }
        awaitNoSessions(server);
        return grown;
    }

    private long liveBytes(ProxyUnderTest proxy, ServerProcess server) throws IOException {
        return proxy.isJvm() ? live.bytes(server.pid()) : 0;
    }

    /** The resident set once several readings in a row are alike, or the last of all. */
    private static long calmResidentBytes(ServerProcess server) throws IOException {
        ProcessGauge gauge = server.gauge();
        long last = gauge.residentBytes();
        for (int calm = 0, reading = 0; calm < CALM_READINGS && reading < MOST_READINGS; reading++) {
            pause(server);
            long next = gauge.residentBytes();
            calm = Math.abs(next - last) <= CALM_BYTES ? calm + 1 : 0;
            last = next;
        }
        return last;
    }

    private void awaitNoSessions(ServerProcess server) throws IOException {
        for (int reading = 0; sessions.open() > 0; reading++) {
            if (reading == MOST_READINGS) {
                throw new IOException(sessions.open() + " sessions stay open after their clients have left");
            }
            pause(server);
        }
    }

    private static void pause(ServerProcess server) throws IOException {
        if (server.hasEndedWithin(PAUSE)) {
            throw new IOException("the proxy has ended; its output:\n" + server.lastLines());
        }
    }

    private double perThousand(long bytes) {
        return bytes / MEGABYTE * PER_SESSIONS / count;
    }
}
