// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.infrajar.internal.status.motd.MotdEntry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** The icons of entries, as far as they are there. Thread-safe; never blocks, callable from event loops. */
public final class Icons implements AutoCloseable {
    private static final Duration FETCH_LIMIT = Duration.ofSeconds(10);

    /** Addresses; more than any configuration has, so that those of old ones are forgotten. */
    private static final int MAX_ADDRESSES = 1000;

    private final ExecutorService background = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("status-icon-", 0).factory());
    private final HttpIcons http = new HttpIcons(background, FETCH_LIMIT);
    private final LongSupplier nanoTime;
    private final Cache<String, RemoteIcon> remote = Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .executor(Runnable::run)
            .build();

    /** Fetches nothing yet. */
    public Icons(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The data URI of an entry's icon; empty when it has none, or while it has not been fetched. */
    public Optional<String> of(MotdEntry entry) {
        Optional<String> address = entry.faviconAddress();
        return address.isEmpty() ? entry.favicon() : remoteIcon(address.get()).now();
    }

    /** Whether the icon of an entry is still to come. */
    public boolean isAwaited(MotdEntry entry) {
        return entry.faviconAddress().isPresent() && of(entry).isEmpty();
    }

    private RemoteIcon remoteIcon(String address) {
        return remote.get(address, wanted -> new RemoteIcon(wanted, http, background, nanoTime));
    }

    /** Ends all fetching. Returns at once; what has been fetched stays. */
    @Override
    public void close() {
        http.close();
        background.shutdownNow();
    }
}
