// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import dev.infrajar.internal.status.motd.Favicon;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon at one address. Fetched when it is wanted for the first time, and again when it is wanted and a while has
 * passed: an icon that nobody sees costs nothing. Thread-safe.
 */
final class RemoteIcon {
    /** An icon that has changed at its address is seen after this time. */
    static final Duration REFRESH = Duration.ofHours(1);

    /** After the first failure; doubles with each further one, up to {@link #REFRESH}. */
    static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    private static final int MAX_DOUBLINGS = 9;
    private static final Logger LOG = LoggerFactory.getLogger(RemoteIcon.class);

    private final String address;
    private final IconSource source;
    private final Executor background;
    private final LongSupplier nanoTime;
    private final AtomicBoolean isFetching = new AtomicBoolean();
    private volatile Optional<String> icon = Optional.empty();
    private volatile long dueNanos;

    // Written by one fetch at a time.
    private int failures;

    RemoteIcon(String address, IconSource source, Executor background, LongSupplier nanoTime) {
        this.address = address;
        this.source = source;
        this.background = background;
        this.nanoTime = nanoTime;
        this.dueNanos = nanoTime.getAsLong();
    }

    /** The icon as it was fetched last; empty while it never was. Does not block. */
    Optional<String> now() {
        if (nanoTime.getAsLong() - dueNanos >= 0 && isFetching.compareAndSet(false, true)) {
            start();
        }
        return icon;
    }

    private void start() {
        try {
            background.execute(this::fetch);
        } catch (RejectedExecutionException closed) {
            // A ping that is answered while the bundle goes: it shows what is there.
            isFetching.set(false);
        }
    }

    private void fetch() {
        Duration pause = REFRESH;
        try {
            icon = Optional.of(Favicon.toDataUri(source.load(address)));
            failures = 0;
        } catch (IOException | IllegalArgumentException e) {
            pause = afterFailure(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            LOG.debug("the favicon at {} is not wanted any more", address, e);
        } finally {
            dueNanos = nanoTime.getAsLong() + pause.toNanos();
            isFetching.set(false);
        }
    }

    /** The first failure of a row is told, the others are only tried again. */
    private Duration afterFailure(String reason) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        if (failures++ == 0) {
            LOG.warn(
                    "The favicon at {} cannot be used: it {}. The server list shows {} until it can; check the address in"
                            + " the favicon key.",
                    address,
                    reason,
                    icon.isPresent() ? "the one fetched before" : "none");
        } else {
            LOG.debug("The favicon at {} still cannot be used: it {}", address, reason);
        }
        return pause.compareTo(REFRESH) < 0 ? pause : REFRESH;
    }
}
