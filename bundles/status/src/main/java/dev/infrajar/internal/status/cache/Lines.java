// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** The line of each server that has been asked lately. Thread-safe. */
public final class Lines {
    /** Much longer than anybody waits in a line, so that none is forgotten while it is in use. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final LoadingCache<String, ServerLine> lines;

    /**
     * No lines yet.
     *
     * @param asker asks the backends
     * @param workers starts a thread that may block, for each line that has questions
     * @param nanoTime the time
     */
    public Lines(ServerLine.Asker asker, Executor workers, LongSupplier nanoTime) {
        this.lines = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .build(serverId -> new ServerLine(serverId, asker, workers, nanoTime));
    }

    /** The line of a server. */
    public ServerLine of(String serverId) {
        return lines.get(serverId);
    }
}
