// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.whiteboard.CallMeter;
import dev.infrajar.net.whiteboard.FailureLog;
import dev.infrajar.net.whiteboard.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one tap costs in all sessions together. Its sessions count for themselves; their numbers are summed up when somebody
 * asks, and when it fails.
 */
final class TapMeter {
    private final CallMeter calls;
    private final Set<Tally> running = new HashSet<>();

    /** The sum of what is counted no more. */
    private long ended;

    /**
     * A meter.
     *
     * @param log takes the failures
     * @param quarantined is told, on an event loop, when the tap has failed too often
     */
    TapMeter(FailureLog log, Runnable quarantined) {
        this.calls = new CallMeter(log, this::successes, quarantined);
    }

    boolean isQuarantined() {
        return calls.isQuarantined();
    }

    /** Calls that succeed are counted there, too, from now on. */
    synchronized void begin(Tally successes) {
        running.add(successes);
    }

    /** Nothing is counted there any more. */
    synchronized void end(Tally successes) {
        if (running.remove(successes)) {
            ended += successes.count();
        }
    }

    /** Counts the time of a call; how many calls there are is counted elsewhere. */
    void timed(long nanos) {
        calls.timed(nanos);
    }

    void failed(Throwable thrown) {
        calls.failed(thrown);
    }

    private synchronized long successes() {
        return ended + running.stream().mapToLong(Tally::count).sum();
    }

    ListenerCost cost(Origin origin, String name, List<String> kinds) {
        return calls.cost(origin.bundle(), origin.bundleId(), name, kinds);
    }
}
