// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.report;

import org.HdrHistogram.Histogram;

/**
 * How long something took, microseconds; all 0 if there was nothing.
 *
 * @param p50 half took less
 * @param p90 all but one in ten took less
 * @param p99 all but one in a hundred took less
 * @param max the longest
 */
public record Latency(long p50, long p90, long p99, long max) {
    private static final double P50 = 50;
    private static final double P90 = 90;
    private static final double P99 = 99;

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getValueAtPercentile(P50),
                micros.getValueAtPercentile(P90),
                micros.getValueAtPercentile(P99),
                micros.getMaxValue());
    }
}
