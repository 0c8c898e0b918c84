// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import dev.infrajar.net.core.HostAndPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In turn, by weight, and spread evenly: with weights 5, 1, 1 the turns are a a b a c a a. Each candidate's credit grows by
 * its weight at each turn; the one with the most gets the turn, and pays the sum of all weights. (Known as smooth weighted
 * round robin, from nginx.) A candidate that is away keeps its credit.
 */
final class SmoothRoundRobin implements Strategy {
    /** Credits of candidates that are no longer there are dropped beyond this. */
    private static final int MOST_CREDITS = 64;

    private final Map<HostAndPort, Double> credits = new HashMap<>();

    @Override
    public synchronized int pick(List<Candidate> candidates) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            double credit = credits.merge(candidate.address(), candidate.weight(), Double::sum);
            sum += candidate.weight();
            if (credit > most) {
                most = credit;
                best = i;
            }
        }
        credits.merge(candidates.get(best).address(), -sum, Double::sum);
        dropAbsent(candidates);
        return best;
    }

    private void dropAbsent(List<Candidate> candidates) {
        if (credits.size() > MOST_CREDITS) {
            credits.keySet()
                    .retainAll(candidates.stream().map(Candidate::address).toList());
        }
    }
}
