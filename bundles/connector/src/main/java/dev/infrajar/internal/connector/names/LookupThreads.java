// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** A virtual thread for each lookup that runs. */
final class LookupThreads implements AutoCloseable {
    private final ThreadFactory factory =
            Thread.ofVirtual().name("infrajar-lookup").factory();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(factory);

    void start(Runnable lookup) {
        try {
            threads.execute(lookup);
        } catch (RejectedExecutionException _) {
            // A login that was under way when the bundle was replaced still gets its answer.
            factory.newThread(lookup).start();
        }
    }

    /** Interrupts what runs and does not wait: the platform's own lookup takes its time. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
