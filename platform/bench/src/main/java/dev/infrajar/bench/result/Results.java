// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.result;

import dev.infrajar.bench.Contender;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;

/** All values of a run; one thread. */
public final class Results {
    private final Map<Metric, Map<Contender, List<Double>>> values = new EnumMap<>(Metric.class);
    private final SequencedSet<String> notes = new LinkedHashSet<>();

    /** Adds the value of one round. */
    public void add(Metric metric, Contender contender, double value) {
        values.computeIfAbsent(metric, _ -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, _ -> new ArrayList<>())
                .add(value);
    }

    /** Adds something the reader must know; repeated notes show once. */
    public void note(String text) {
        notes.add(text);
    }

    /** The notes in the order they came. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The contenders that have values of a metric, in the order of {@link Contender}. */
    public List<Contender> contenders(Metric metric) {
        return List.copyOf(values.getOrDefault(metric, Map.of()).keySet());
    }

    /** The values in the order of rounds; none if there was no round. */
    List<Double> values(Metric metric, Contender contender) {
        return List.copyOf(values.getOrDefault(metric, Map.of()).getOrDefault(contender, List.of()));
    }

    /** The values of all rounds in short; empty if there was no round. */
    public Optional<Summary> summary(Metric metric, Contender contender) {
        return Optional.of(values(metric, contender))
                .filter(each -> !each.isEmpty())
                .map(Summary::of);
    }

    /**
     * The median of one contender as a multiple of another's.
     *
     * @return empty if either has no values, or the other's median is 0
     */
    public OptionalDouble ratio(Metric metric, Contender contender, Contender to) {
        double one = summary(metric, contender).map(Summary::median).orElse(Double.NaN);
        double other = summary(metric, to).map(Summary::median).orElse(Double.NaN);
        double ratio = one / other;
        return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }
}
