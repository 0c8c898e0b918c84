// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.balance;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * By chance, by weight.
 *
 * @param random 0 to below 1
 */
public record WeightedRandom(DoubleSupplier random) implements Strategy {
    @Override
    public int pick(List<Candidate> candidates) {
        double[] weights = new double[candidates.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = candidates.get(i).weight();
        }
        return pick(weights);
    }

    /** The index of one of the weights, each of which is above 0. */
    public int pick(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.getAsDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
