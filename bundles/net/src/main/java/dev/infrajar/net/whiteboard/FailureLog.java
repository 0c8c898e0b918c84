// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the failures of one service of a plugin: the first at once, later ones at most once in ten seconds, with their
 * number. Callable from any thread.
 */
public final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String who;
    private final LongSupplier nanoTime;
    private final AtomicLong nextNanos;
    private final LongAdder unreported = new LongAdder();

    /**
     * The log of one service.
     *
     * @param bundle the symbolic name of its bundle
     * @param service what it is, for example {@code tap chat-filter}
     * @param nanoTime the time, nanoseconds from anywhere
     */
    public FailureLog(String bundle, String service, LongSupplier nanoTime) {
        this.who = "Plugin " + bundle + ": its " + service;
        this.nanoTime = nanoTime;
        this.nextNanos = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * A call has failed.
     *
     * @param reason one line
     * @param trace more lines, each begun by a line break; may be empty
     */
    public void failed(String reason, String trace) {
        unreported.increment();
        long now = nanoTime.getAsLong();
        long next = nextNanos.get();
        if (now - next >= 0 && nextNanos.compareAndSet(next, now + PAUSE_NANOS)) {
            LOG.warn("{} failed ({}x): {}{}", who, unreported.sumThenReset(), reason, trace);
        }
    }

    /**
     * It is called no more.
     *
     * @param reason of the last failure, one line
     */
    public void quarantined(String reason) {
        LOG.error(
                "{} is quarantined until the plugin is updated or restarted: it failed too often in a row, last: {}",
                who,
                reason);
    }
}
