// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import dev.infrajar.stress.pattern.Pattern;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which kinds of clients come, and how often.
 *
 * @param shares each kind with its weight
 */
public record Mix(List<Share> shares) {
    /**
     * One kind.
     *
     * @param pattern the kind
     * @param weight 1 or more; how often it comes beside the others
     */
    public record Share(Pattern pattern, int weight) {}

    /** Copies the list, checks that there is something to choose from. */
    public Mix {
        shares = List.copyOf(shares);
        if (shares.isEmpty() || shares.stream().anyMatch(share -> share.weight() < 1)) {
            throw new IllegalArgumentException("a mix needs shares of weight 1 or more");
        }
    }

    /** Some kinds, each as often as the others. */
    public static Mix even(List<Pattern> patterns) {
        return new Mix(patterns.stream().map(pattern -> new Share(pattern, 1)).toList());
    }

    /** Chooses the next. */
    Pattern pick(SplittableRandom random) {
        int rest = random.nextInt(shares.stream().mapToInt(Share::weight).sum());
        for (Share share : shares) {
            rest -= share.weight();
            if (rest < 0) {
                return share.pattern();
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }
}
