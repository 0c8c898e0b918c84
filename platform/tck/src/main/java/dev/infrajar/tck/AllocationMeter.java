// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import com.sun.management.ThreadMXBean;
import io.netty.util.ResourceLeakDetector;
import java.lang.management.ManagementFactory;

/** Measures what a thread allocates in steady state. */
public final class AllocationMeter {
    /**
     * Bytes per chunk below which nothing is allocated per chunk: the smallest object takes 16 bytes. What remains comes
     * from events that are rarer than chunks.
     */
    public static final double NOTHING = 8;

    /** Enough for the compiler; the best of them counts, since a late compilation spoils single ones. */
    private static final int ROUNDS = 12;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long threadId;

    /**
     * Of one thread.
     *
     * @param threadId the thread that does the work
     */
    public AllocationMeter(long threadId) {
        this.threadId = threadId;
    }

    /**
     * Repeats the work, with leak detection off (it allocates for each buffer).
     *
     * @param work one run
     * @param chunks how many pieces one run works on
     * @return the least that one run allocated, in bytes for each piece
     */
    public double bytesPerChunk(Runnable work, long chunks) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getThreadAllocatedBytes(threadId);
            work.run();
            least = Math.min(least, (double) (threads.getThreadAllocatedBytes(threadId) - before) / chunks);
        }
        return least;
    }
}
