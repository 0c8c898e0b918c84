// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long connecting has taken lately: a moving average. What nobody has measured for a while counts less and less, so that
 * a backend that was slow once gets another chance.
 *
 * @param nanos the average
 * @param measuredNanos when it was last measured
 */
record Latency(double nanos, long measuredNanos) {
    /** The share of the newest in the average. */
    private static final double NEWEST = 0.3;

    /** After this long it counts half. */
    private static final Duration HALF_LIFE = Duration.ofSeconds(30);

    static Latency with(@Nullable Latency before, long sampleNanos, long now) {
        return new Latency(before == null ? sampleNanos : before.nanos * (1 - NEWEST) + sampleNanos * NEWEST, now);
    }

    double at(long now) {
        return nanos * Math.pow(0.5, (double) (now - measuredNanos) / HALF_LIFE.toNanos());
    }
}
