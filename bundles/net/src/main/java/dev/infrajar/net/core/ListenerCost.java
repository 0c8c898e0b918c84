// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import java.util.List;
import java.util.Optional;

/**
 * What one listener or tap of a plugin has cost since it was registered.
 *
 * @param bundle the symbolic name of its bundle
 * @param bundleId the bundle's number in this framework
 * @param listener the interface's simple name, or the kind and id of a tap: {@code LoginListener}, {@code tap chat-filter}
 * @param calls calls so far, failed ones included
 * @param failures calls that threw, timed out, found no thread or answered something invalid
 * @param time spent inside the listener
 * @param lostThreads threads of its bundle that are still in a call whose time was over
 * @param lastFailure the reason of the last failure
 * @param quarantined whether it is skipped because it kept failing
 * @param kinds the packets that sessions decode because of it; none for a listener that needs no packets
 * @param isListeners whether it is the tap of a listener that counts the same calls itself
 */
public record ListenerCost(
        String bundle,
        long bundleId,
        String listener,
        long calls,
        long failures,
        Time time,
        int lostThreads,
        Optional<String> lastFailure,
        boolean quarantined,
        List<String> kinds,
        boolean isListeners) {
    /** Copies. */
    public ListenerCost {
        kinds = List.copyOf(kinds);
    }

    /**
     * Of what counts for itself.
     *
     * @param bundle the symbolic name of its bundle
     * @param bundleId the bundle's number in this framework
     * @param listener what it is
     * @param calls calls so far
     * @param failures calls that failed
     * @param time spent inside
     * @param lostThreads threads that are still in a call
     * @param lastFailure the reason of the last failure
     * @param quarantined whether it is skipped
     * @param kinds the packets that sessions decode because of it
     */
    public ListenerCost(
            String bundle,
            long bundleId,
            String listener,
            long calls,
            long failures,
            Time time,
            int lostThreads,
            Optional<String> lastFailure,
            boolean quarantined,
            List<String> kinds) {
        this(bundle, bundleId, listener, calls, failures, time, lostThreads, lastFailure, quarantined, kinds, false);
    }

    /**
     * The same, counted by a listener too.
     *
     * @return a copy
     */
    public ListenerCost ofListener() {
        return new ListenerCost(
                bundle, bundleId, listener, calls, failures, time, lostThreads, lastFailure, quarantined, kinds, true);
    }

    /**
     * Time spent inside a listener. Where calls are sampled, the total is projected from the sample.
     *
     * @param totalNanos in all calls, nanoseconds
     * @param p50Nanos half of the calls took at most as long, within 7 %; 0 before the first call
     * @param p99Nanos 99 % of the calls took at most as long, within 7 %; 0 before the first call
     */
    public record Time(long totalNanos, long p50Nanos, long p99Nanos) {
        /** No time at all. */
        public static final Time NONE = new Time(0, 0, 0);
    }
}
