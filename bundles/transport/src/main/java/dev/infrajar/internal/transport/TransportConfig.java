// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.transport;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.config.Key;

/**
 * The key at the top of {@code infrarust.toml} that sizes the event loops.
 *
 * @param workerThreads the number of event loops; 0: one for each core
 */
@ConfigSection(id = "transport")
public record TransportConfig(
        @Key(
                doc = "The number of event loops, each a thread of its own. 0: one for each core.",
                byDefault = "0",
                atStartOnly = true)
        int workerThreads) {

    /** Far above any machine's use; a typing error would otherwise start as many threads. */
    private static final int MAX_WORKER_THREADS = 1024;

    /** Checks the range. */
    public TransportConfig {
        if (workerThreads < 0 || workerThreads > MAX_WORKER_THREADS) {
            throw new IllegalArgumentException(
                    "worker_threads = " + workerThreads + ", must be 0 to " + MAX_WORKER_THREADS);
        }
    }

    /** The number of event loops that a machine with so many cores gets. */
    int loops(int cores) {
        return workerThreads == 0 ? cores : workerThreads;
    }
}
