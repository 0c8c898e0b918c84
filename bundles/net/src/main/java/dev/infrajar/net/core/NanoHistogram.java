// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often which duration was seen: 16 steps for each power of two, from 1 ns to about 18 minutes, in 4.6 KB. Thread-safe;
 * recording allocates nothing and never waits. (HdrHistogram would do the same with more atomic operations for each value, and be
 * one more bundle in every installation.)
 */
public final class NanoHistogram {
    private static final int STEP_BITS = 4;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int MAX_BITS = 40;
    private static final long MAX_NANOS = (1L << MAX_BITS) - 1;

    private final AtomicLongArray counts = new AtomicLongArray((MAX_BITS - STEP_BITS + 1) * STEPS);

    /** An empty histogram. */
    public NanoHistogram() {}

    /**
     * Counts a duration.
     *
     * @param nanos nanoseconds; negative ones count as 0, those beyond the range as its end
     */
    public void record(long nanos) {
        counts.getAndIncrement(bucketOf(Math.clamp(nanos, 0, MAX_NANOS)));
    }

    /**
     * How many durations were counted.
     *
     * @return 0 or more
     */
    public long count() {
        long sum = 0;
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            sum += counts.get(bucket);
        }
        return sum;
    }

    /**
     * The duration that a share of all does not exceed.
     *
     * @param share 0 to 1
     * @return nanoseconds, at most 7 % too many; 0 when nothing was counted
     */
    public long atMost(double share) {
        long needed = (long) Math.ceil(count() * share);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length() && needed > 0; bucket++) {
            seen += counts.get(bucket);
            if (seen >= needed) {
                return greatestOf(bucket);
            }
        }
        return 0;
    }

    /** Values below 16 have a bucket each; above, the four bits behind the highest one choose among the 16 of its power. */
    private static int bucketOf(long nanos) {
        int shift = Math.max(0, Long.SIZE - STEP_BITS - 1 - Long.numberOfLeadingZeros(nanos));
        return (int) (nanos >>> shift) + (shift << STEP_BITS);
    }

    private static long greatestOf(int bucket) {
        int shift = Math.max(0, (bucket >>> STEP_BITS) - 1);
        return ((bucket - ((long) shift << STEP_BITS) + 1) << shift) - 1;
    }
}
