// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The candidate that costs least; those that cost the same take turns. */
final class Least {
    private Least() {}

    static int pick(List<Candidate> candidates, ToDoubleFunction<Candidate> cost, Strategy amongEqual) {
        double least = Double.POSITIVE_INFINITY;
        List<Integer> indices = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            double its = cost.applyAsDouble(candidates.get(i));
            if (its < least) {
                least = its;
                indices.clear();
            }
            if (its == least) {
                indices.add(i);
            }
        }
        return indices.size() == 1
                ? indices.getFirst()
                : indices.get(
                        amongEqual.pick(indices.stream().map(candidates::get).toList()));
    }
}
