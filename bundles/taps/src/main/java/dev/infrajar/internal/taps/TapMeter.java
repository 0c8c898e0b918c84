// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.whiteboard.CallMeter;
import dev.infrajar.net.whiteboard.FailureLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one tap costs in all sessions together. Its sessions count for themselves; their numbers are summed up when somebody
 * asks, and when it fails.
 */
final class TapMeter {
    private final CallMeter calls;
    private final Set<Slot> running = new HashSet<>();

    /** Calls that succeeded in sessions which have ended. */
    private long endedSuccesses;

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

    synchronized void begin(Slot slot) {
        running.add(slot);
    }

    synchronized void end(Slot slot) {
        if (running.remove(slot)) {
            endedSuccesses += slot.successes();
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
        return endedSuccesses + running.stream().mapToLong(Slot::successes).sum();
    }

    ListenerCost cost(Origin origin, String name, List<String> kinds) {
        return calls.cost(origin.bundle(), origin.bundleId(), name, kinds);
    }
}
