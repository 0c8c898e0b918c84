// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import java.util.List;

/**
 * The values of all rounds in short.
 *
 * @param median the middle value; for an even number the mean of the two middle ones
 * @param min the smallest
 * @param max the largest
 * @param rounds how many there were
 */
public record Summary(double median, double min, double max, int rounds) {
    /**
     * Sums up.
     *
     * @param values one or more, in any order
     * @throws IllegalArgumentException if there is none
     */
    public static Summary of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return new Summary(medianOf(sorted), sorted.getFirst(), sorted.getLast(), sorted.size());
    }

    private static double medianOf(List<Double> sorted) {
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        return (sorted.get(lower) + sorted.get(upper)) / 2;
    }
}
