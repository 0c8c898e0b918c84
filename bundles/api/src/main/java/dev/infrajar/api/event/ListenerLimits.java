// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import java.time.Duration;

/** The limits that hold for every plugin's listeners. */
public final class ListenerLimits {
    /** The time a {@link StatusListener} has for one ping; a client shows a server as unreachable after a few seconds. */
    public static final Duration STATUS = Duration.ofMillis(500);

    /** The time any other listener of this package has for one call. */
    public static final Duration SESSION = Duration.ofSeconds(3);

    /** The threads of one plugin: as many of its callbacks run at a time. */
    public static final int THREADS_PER_PLUGIN = 4;

    /** The callbacks of one plugin that may wait for a thread; a further one fails at once. */
    public static final int QUEUE_PER_PLUGIN = 256;

    /**
     * Failures in a row, of one listener, that quarantine it. Calls that found no free thread do not count, or whoever
     * sends enough pings could switch a plugin off.
     */
    public static final int FAILURES_TO_QUARANTINE = 16;

    private ListenerLimits() {}
}
