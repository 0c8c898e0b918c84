// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How often something ended in one way, and how long it took. One thread; 40 KB at most. */
final class Timings {
    /** Longer than any visit may take; what is beyond counts as that long. */
    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private static final int SIGNIFICANT_DIGITS = 2;

    private final Histogram micros = new Histogram(HIGHEST_MICROS, SIGNIFICANT_DIGITS);

    void add(long nanos) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, HIGHEST_MICROS));
    }

    long count() {
        return micros.getTotalCount();
    }

    Latency latency() {
        return Latency.of(micros);
    }

    void clear() {
        micros.reset();
    }
}
