// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Who takes their turn when. */
final class Rounds {
    private Rounds() {}

    /**
     * The order within a round: every round begins one further, every second one runs backwards, so that nobody always
     * follows the same neighbour.
     *
     * @param <T> those who take turns
     * @param all in any order
     * @param round 0 or more
     */
    static <T> List<T> order(List<T> all, int round) {
        List<T> rotated = IntStream.range(0, all.size())
                .mapToObj(i -> all.get((i + round) % all.size()))
                .toList();
        return round % 2 == 0 ? rotated : rotated.reversed();
    }
}
