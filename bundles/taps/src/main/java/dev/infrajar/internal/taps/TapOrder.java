// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which taps see packets: {@code before} and {@code after} first, then priority, then who came first.
 *
 * @param entries in order
 * @param cycles taps whose {@code before} and {@code after} contradict each other; priority has chosen which comes first
 */
record TapOrder(List<TapEntry> entries, List<List<TapEntry>> cycles) {
    private static final Comparator<TapEntry> BY_PRIORITY = Comparator.<TapEntry>comparingInt(
                    entry -> entry.declaration().priority())
            .thenComparingLong(entry -> entry.candidate().serviceId());

    static TapOrder of(List<TapEntry> unordered) {
        List<TapEntry> waiting = new ArrayList<>(unordered);
        waiting.sort(BY_PRIORITY);
        List<TapEntry> ordered = new ArrayList<>();
        List<List<TapEntry>> cycles = new ArrayList<>();
        while (!waiting.isEmpty()) {
            TapEntry next = waiting.stream()
                    .filter(entry -> predecessor(entry, waiting).isEmpty())
                    .findFirst()
                    .orElseGet(() -> {
                        cycles.add(cycle(waiting));
                        return cycles.getLast().stream().min(BY_PRIORITY).orElseThrow();
                    });
            waiting.remove(next);
            ordered.add(next);
        }
        return new TapOrder(List.copyOf(ordered), List.copyOf(cycles));
    }

    private static Optional<TapEntry> predecessor(TapEntry entry, List<TapEntry> among) {
        return among.stream()
                .filter(other -> other != entry && isBefore(other.declaration(), entry.declaration()))
                .findFirst();
    }

    private static boolean isBefore(TapDeclaration one, TapDeclaration other) {
        return one.before().contains(other.id()) || other.after().contains(one.id());
    }

    /** Goes backwards from one to the next until it meets one again; each of them has a predecessor. */
    private static List<TapEntry> cycle(List<TapEntry> waiting) {
        List<TapEntry> path = new ArrayList<>();
        TapEntry current = waiting.getFirst();
        while (!path.contains(current)) {
            path.add(current);
            current = predecessor(current, waiting).orElseThrow();
        }
        return List.copyOf(path.subList(path.indexOf(current), path.size()).reversed());
    }
}
