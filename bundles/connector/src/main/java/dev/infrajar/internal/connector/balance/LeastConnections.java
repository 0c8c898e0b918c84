// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.List;

/**
 * The one that would have the fewest sessions for its weight with this one added.
 *
 * @param amongEqual picks where several have as few
 */
record LeastConnections(Strategy amongEqual) implements Strategy {
    @Override
    public int pick(List<Candidate> candidates) {
        return Least.pick(candidates, candidate -> (candidate.open() + 1) / candidate.weight(), amongEqual);
    }
}
