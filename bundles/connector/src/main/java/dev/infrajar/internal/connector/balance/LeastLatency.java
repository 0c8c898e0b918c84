// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.List;

/**
 * The one that connects fastest for its weight. Who has not been measured goes first, so that all are; of several the one
 * with the fewest sessions, so that a burst measures them all.
 *
 * @param amongEqual picks where several are as fast
 */
record LeastLatency(Strategy amongEqual) implements Strategy {
    @Override
    public int pick(List<Candidate> candidates) {
        return Least.pick(candidates, LeastLatency::cost, amongEqual);
    }

    /** Below zero where it has not been measured, and nearer to zero with each session. */
    private static double cost(Candidate candidate) {
        return candidate.latencyNanos().isPresent()
                ? candidate.latencyNanos().getAsDouble() / candidate.weight()
                : -1.0 / (candidate.open() + 1);
    }
}
