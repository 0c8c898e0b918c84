// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the failures of one listener: the first at once, later ones at most once in ten seconds, with their number. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String who;
    private final LongSupplier nanoTime;
    private final AtomicLong nextNanos;
    private final LongAdder unreported = new LongAdder();

    FailureLog(Origin origin, String kind, LongSupplier nanoTime) {
        this.who = "Plugin " + origin.bundle() + ": its " + kind;
        this.nanoTime = nanoTime;
        this.nextNanos = new AtomicLong(nanoTime.getAsLong());
    }

    void failed(Failure failure) {
        unreported.increment();
        long now = nanoTime.getAsLong();
        long next = nextNanos.get();
        if (now - next >= 0 && nextNanos.compareAndSet(next, now + PAUSE_NANOS)) {
            LOG.warn("{} failed ({}x): {}{}", who, unreported.sumThenReset(), failure.reason(), failure.trace());
        }
    }

    void quarantined(Failure last) {
        LOG.error(
                "{} is quarantined until the plugin is updated or restarted: it failed too often in a row, last: {}",
                who,
                last.reason());
    }
}
