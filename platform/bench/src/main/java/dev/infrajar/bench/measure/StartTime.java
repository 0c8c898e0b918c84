// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.contender.Infrajar;
import dev.infrajar.bench.contender.Installation;
import dev.infrajar.bench.contender.ServerProcess;
import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.result.Metric;
import dev.infrajar.bench.result.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From starting the script to the first status answer: for a fresh copy, then, once that has been stopped, with whatever
 * cache it has left. Both contenders of ours start alike, so only the copying one is timed.
 */
public final class StartTime implements Measure {
    private static final Duration PROBE_PAUSE = Duration.ofMillis(5);
    private static final Duration CACHE_PAUSE = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double MEGABYTE = 1e6;

    private final Infrajar infrajar;
    private final Clients clients;

    /**
     * Prepares the measure.
     *
     * @param infrajar unpacks fresh copies
     * @param clients asks for the status
     */
    public StartTime(Infrajar infrajar, Clients clients) {
        this.infrajar = infrajar;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public boolean appliesTo(Contender contender) {
        return contender == Contender.OURS_COPY;
    }

    @Override
    public void measure(Contender contender, Results results) throws IOException {
        Installation copy = infrajar.install();
        results.add(Metric.FIRST_START, contender, startMillis(copy));
        long cacheBytes = awaitCache(copy);
        results.note(
                cacheBytes == 0
                        ? "the first start left no AOT cache: the next start was timed without one"
                        : "AOT cache after the first start: %.0f MB".formatted(cacheBytes / MEGABYTE));
        results.add(Metric.NEXT_START, contender, startMillis(copy));
    }

    @Override
    public void close() {
        // Every process ends with its round.
    }

    /** The AOT cache is made beside the first start and a little longer. Its size in bytes, 0 if it does not come. */
    private static long awaitCache(Installation copy) throws IOException {
        long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
        while (copy.cacheBytes() == 0 && System.nanoTime() < deadlineNanos) {
            LockSupport.parkNanos(CACHE_PAUSE.toNanos());
        }
        return copy.cacheBytes();
    }

    private double startMillis(Installation copy) throws IOException {
        long start = System.nanoTime();
        try (ServerProcess server = copy.launch()) {
            awaitStatus(copy, server, start + LIMIT.toNanos());
            return (System.nanoTime() - start) / NANOS_PER_MILLI;
        }
    }

    private void awaitStatus(Installation copy, ServerProcess server, long deadlineNanos) throws IOException {
        while (!answers(copy)) {
            if (server.hasEndedWithin(PROBE_PAUSE)) {
                throw new IOException("infrajar ended; its output:\n" + server.lastLines());
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new IOException(
                        "no status answer within " + LIMIT.toSeconds() + " s; its output:\n" + server.lastLines());
            }
        }
    }

    private boolean answers(Installation copy) {
        try {
            return clients.status(copy.statusTarget()).contains("description");
        } catch (IOException e) {
            // Not bound yet: refused. Asked again until the limit.
            return false;
        }
    }
}
