// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.Comparator;

/**
 * The place of a listener among those of its kind: the highest ranking is called first, then who registered first.
 *
 * @param ranking {@code service.ranking}
 * @param serviceId {@code service.id}
 */
record Rank(int ranking, long serviceId) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
            Comparator.comparingInt(Rank::ranking).reversed().thenComparingLong(Rank::serviceId);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
