// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what backends answered. An entry is never dropped for its age: one that is too old to be shown at once is still
 * better than nothing when the backend fails. When there are too many, those that are asked for most stay, so that a
 * flood of keys that nobody asks for twice pushes none of them out. Thread-safe; callable from event loops.
 */
public final class AnswerCache {
    /**
     * How long a failure is taken as the answer of the moment. Long enough that a dead backend is not asked all the time,
     * short enough that nobody notices when it is back.
     */
    public static final Duration FAILURE_TTL = Duration.ofSeconds(2);

    private final Supplier<StatusCacheConfig> config;
    private final LongSupplier nanoTime;
    private final Cache<StatusKey, Entry> entries;

    /** An empty cache of the size that is configured now. */
    public AnswerCache(Supplier<StatusCacheConfig> config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
        // Maintenance is short: it is done by whoever causes it, without a thread that would outlive this bundle.
        this.entries = Caffeine.newBuilder()
                .maximumSize(config.get().maxEntries())
                .executor(Runnable::run)
                .build();
    }

    /** The entry under a key, however old; null when there is none, or one of another definition of the server. */
    public @Nullable Entry find(StatusKey key, ServerDefinition server) {
        Entry entry = entries.getIfPresent(key);
        return entry != null && entry.server().equals(server) ? entry : null;
    }

    /** Whether an entry can be shown without asking again. */
    public boolean isFresh(Entry entry) {
        Duration ttl = entry.hasFailed() ? FAILURE_TTL : config.get().ttl();
        return nanoTime.getAsLong() - entry.atNanos() < ttl.toNanos();
    }

    /** Keeps an entry in place of the one before it. */
    public void put(StatusKey key, Entry entry) {
        entries.put(key, entry);
    }

    /** Follows a changed configuration. */
    public void resize(int maxEntries) {
        entries.policy().eviction().ifPresent(eviction -> eviction.setMaximum(maxEntries));
    }

    /** The number of entries. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }
}
