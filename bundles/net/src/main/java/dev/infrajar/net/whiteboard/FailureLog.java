// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the failures of one service of a plugin: the first at once, later ones at most once in ten seconds, with their
 * number. Callable from any thread.
 */
public final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.infrajar.plugins");
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_REASON_CHARS = 300;
    private static final int MAX_FRAMES = 12;

    private final String who;
    private final LongSupplier nanoTime;
    private long unreported;
    private long nextNanos;

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
        this.nextNanos = nanoTime.getAsLong();
    }

    synchronized void failed(String reason, Throwable thrown) {
        unreported++;
        long now = nanoTime.getAsLong();
        if (now - nextNanos >= 0) {
            LOG.warn("{} failed ({}x): {}{}", who, unreported, reason, frames(thrown));
            nextNanos = now + PAUSE_NANOS;
            unreported = 0;
        }
    }

    void quarantined(String reason) {
        LOG.error(
                "{} is quarantined until the plugin is updated or restarted: it failed too often in a row, last: {}",
                who,
                reason);
    }

    /**
     * One line about what was thrown; an exception may fail while it is described, too.
     *
     * @param thrown by a plugin
     * @return without control characters
     */
    public static String describe(Throwable thrown) {
        try {
            String line = String.valueOf(thrown.toString()).replaceAll("\\p{Cntrl}+", " ");
            return line.length() <= MAX_REASON_CHARS ? line : line.substring(0, MAX_REASON_CHARS) + "...";
        } catch (Throwable again) {
            return thrown.getClass().getName();
        }
    }

    private static String frames(Throwable thrown) {
        try {
            return Arrays.stream(thrown.getStackTrace())
                    .limit(MAX_FRAMES)
                    .map(frame -> System.lineSeparator() + "    at " + frame)
                    .collect(Collectors.joining());
        } catch (Throwable again) { // as above
            return "";
        }
    }
}
