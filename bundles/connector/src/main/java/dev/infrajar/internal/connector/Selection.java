// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.balance.Candidate;
import dev.infrajar.internal.connector.balance.Strategy;
import dev.infrajar.internal.connector.health.Backend;
import dev.infrajar.internal.connector.health.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The targets that one dial has not tried yet, and which of them is next: what is up before what is doubtful before what is
 * out, as it is known at that moment. Used by one thread.
 */
final class Selection {
    /**
     * A target and its backend.
     *
     * @param target where
     * @param backend what is known of it
     */
    record Choice(Target target, Backend backend) {}

    /** Choices that stand alike. */
    private record Group(Standing standing, List<Choice> choices) {}

    private final List<Choice> left;
    private final DialSettings settings;
    private final Optional<Strategy> strategy;
    private final LongSupplier nanoClock;

    /**
     * Of all targets.
     *
     * @param strategy chooses among equals; empty: the first
     */
    Selection(List<Choice> all, DialSettings settings, Optional<Strategy> strategy, LongSupplier nanoClock) {
        this.left = new ArrayList<>(all);
        this.settings = settings;
        this.strategy = strategy;
        this.nanoClock = nanoClock;
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    int size() {
        return left.size();
    }

    /** Adds targets that have become known meanwhile, behind the others. */
    void add(List<Choice> more) {
        left.addAll(more);
    }

    /** Whether there is somewhere to go that is up as far as anybody knows. */
    boolean hasReady() {
        long now = nanoClock.getAsLong();
        for (Choice choice : left) {
            if (standing(choice, now) == Standing.READY) {
                return true;
            }
        }
        return false;
    }

    /** Takes the next. */
    Choice take() {
        long now = nanoClock.getAsLong();
        Group best = best(now);
        Choice next = best.standing() == Standing.OUT ? soonestDue(best.choices(), now) : chosen(best.choices(), now);
        left.remove(next);
        return next;
    }

    private Group best(long now) {
        Standing standing = Standing.OUT;
        List<Choice> best = new ArrayList<>(left.size());
        for (Choice choice : left) {
            Standing its = standing(choice, now);
            if (its.compareTo(standing) < 0) {
                standing = its;
                best.clear();
            }
            if (its == standing) {
                best.add(choice);
            }
        }
        return new Group(standing, best);
    }

    private Standing standing(Choice choice, long now) {
        return choice.backend().standing(now, settings.health().isEnabled());
    }

    private static Choice soonestDue(List<Choice> out, long now) {
        // Compared by their distance from now: the clock has no origin.
        return out.stream()
                .min(Comparator.comparingLong(choice -> choice.backend().dueNanos(now) - now))
                .orElseThrow();
    }

    private Choice chosen(List<Choice> equal, long now) {
        if (strategy.isEmpty() || equal.size() == 1) {
            return equal.getFirst();
        }
        List<Choice> tier = lowestTier(equal);
        List<Candidate> candidates = new ArrayList<>(tier.size());
        for (Choice choice : tier) {
            candidates.add(choice.backend().candidate(choice.target().weight(), settings.slowStart(), now));
        }
        return tier.get(strategy.get().pick(candidates));
    }

    private static List<Choice> lowestTier(List<Choice> equal) {
        int lowest = Integer.MAX_VALUE;
        for (Choice choice : equal) {
            lowest = Math.min(lowest, choice.target().tier());
        }
        int wanted = lowest;
        return equal.stream().filter(choice -> choice.target().tier() == wanted).toList();
    }
}
