// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * One rate for every client. Clients that have been quiet for long enough to be as good as new are forgotten, and under a
 * flood of addresses the rarest ones are. Thread-safe; a request of a known client allocates nothing here.
 */
final class RateLimit {
    /** The most clients that are known at a time. */
    static final int MAX_CLIENTS = 65_536;

    /** What is forgotten at the latest when no limit is set. */
    private static final long LEAST_MEMORY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Cache<ClientKey, AtomicLong> clients;
    private volatile Rate rate;

    /** Starts with nobody known; {@code nanoTime} is a clock like {@link System#nanoTime}. */
    RateLimit(LongSupplier nanoTime, Rate rate) {
        this.nanoTime = nanoTime;
        this.rate = rate;
        this.clients = Caffeine.newBuilder()
                .maximumSize(MAX_CLIENTS)
                .expireAfterAccess(memoryNanos(rate), TimeUnit.NANOSECONDS)
                .ticker(nanoTime::getAsLong)
                // Little work each time, and no thread of a pool that outlives this bundle.
                .executor(Runnable::run)
                .build();
    }

    /** The rate in force. */
    Rate rate() {
        return rate;
    }

    /** Puts another rate into force. What clients have used up stays used up, as far as the new rate reaches. */
    void set(Rate now) {
        clients.policy()
                .expireAfterAccess()
                .ifPresent(expiry -> expiry.setExpiresAfter(memoryNanos(now), TimeUnit.NANOSECONDS));
        rate = now;
    }

    /** Whether a request of a client is within the rate; it counts if it is. */
    boolean admits(ClientKey client) {
        Rate current = rate;
        if (current.isOff()) {
            return true;
        }
        long now = nanoTime.getAsLong();
        AtomicLong known = clients.getIfPresent(client);
        return current.admits(known == null ? newcomer(client, now) : known, now);
    }

    /** How many clients are known, those that could be forgotten included. */
    long known() {
        clients.cleanUp();
        return clients.estimatedSize();
    }

    private AtomicLong newcomer(ClientKey client, long now) {
        AtomicLong fresh = new AtomicLong(now);
        AtomicLong raced = clients.asMap().putIfAbsent(client, fresh);
        return raced == null ? fresh : raced;
    }

    private static long memoryNanos(Rate rate) {
        return rate.isOff() ? LEAST_MEMORY_NANOS : Math.max(rate.memoryNanos(), LEAST_MEMORY_NANOS);
    }
}
