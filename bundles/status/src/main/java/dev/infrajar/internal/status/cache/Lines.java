// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The line of each server that has been asked lately. A changed definition has a line of its own: its pings do not wait for
 * what is being asked by the old one. Thread-safe.
 */
public final class Lines {
    /** Much longer than anybody waits in a line, so that none is forgotten while it is in use. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final LoadingCache<ServerDefinition, ServerLine> lines;

    /** By server id; each as long as a line has it. */
    private final Cache<String, OutageLog> logs =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

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
                .build(server -> new ServerLine(asker, workers, nanoTime, logOf(server)));
    }

    private OutageLog logOf(ServerDefinition server) {
        return logs.get(server.id(), _ -> new OutageLog());
    }

    /** The line of a server as it is defined. Does not block. */
    public ServerLine of(ServerDefinition server) {
        return lines.get(server);
    }
}
