// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells the operator whom a limit has refused, because a limit that is too low locks players out who did nothing wrong. One
 * line for a client in a minute, and a few lines in all: a flood is counted, not written down. Thread-safe.
 */
final class LimitLog {
    /** The most lines in a minute. */
    static final int MAX_LINES = 10;

    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final Consumer<String> lines;
    private final Set<ClientKey> told = new HashSet<>();
    private long minuteBegan;
    private long untold;

    /** Writes to {@code lines}; {@code nanoTime} is a clock like {@link System#nanoTime}. */
    LimitLog(LongSupplier nanoTime, Consumer<String> lines) {
        this.nanoTime = nanoTime;
        this.lines = lines;
        this.minuteBegan = nanoTime.getAsLong();
    }

    /** Tells of a refusal, unless it is one too many. {@code what} follows the client's address in the line. */
    void tell(ClientKey client, Supplier<String> what) {
        long before = claimLine(client);
        if (before >= 0) {
            String more = before == 0 ? "" : "; " + before + " refusals before were not logged, 'limits' counts them";
            lines.accept(client + " " + what.get() + more);
        }
    }

    /** The number of refusals that were not told before this one, or -1 if this one is not to be told either. */
    private synchronized long claimLine(ClientKey client) {
        long now = nanoTime.getAsLong();
        if (now - minuteBegan >= MINUTE_NANOS) {
            minuteBegan = now;
            told.clear();
        }
        if (told.size() >= MAX_LINES || !told.add(client)) {
            untold++;
            return -1;
        }
        long before = untold;
        untold = 0;
        return before;
    }
}
