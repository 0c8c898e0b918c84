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

    /** The JVM's compiler, which removes what does not leave a method, comes late where other work is running. */
    private static final int MOST_RUNS = 40;

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
     * Repeats the work until a run allocates little enough, forty times at most, with leak detection off (it allocates for each
     * buffer). The best run counts, since a compilation in its midst spoils single ones.
     *
     * @param work one run
     * @param chunks how many pieces one run works on
     * @param enough bytes for each piece below which it need not be repeated
     * @return the least that one run allocated, in bytes for each piece
     */
    public double bytesPerChunk(Runnable work, long chunks, double enough) {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        double least = Double.MAX_VALUE;
        for (int run = 0; run < MOST_RUNS && least >= enough; run++) {
            long before = threads.getThreadAllocatedBytes(threadId);
            work.run();
            least = Math.min(least, (double) (threads.getThreadAllocatedBytes(threadId) - before) / chunks);
        }
        return least;
    }
}
