// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapOrderTest {
    private final List<TapEntry> entries = new ArrayList<>();

    private void tap(String id, int priority, List<String> before, List<String> after) {
        entries.add(new TapEntry(
                new Candidate(entries.size(), Factories.PLUGIN, Map.of(), Optional.empty()),
                session -> Optional.empty(),
                new TapDeclaration(id, List.of(), 1, before, after, priority, true),
                new TapMeter(new FailureLog(Factories.PLUGIN, id, () -> 0), () -> {})));
    }

    private static List<String> ids(List<TapEntry> entries) {
        return entries.stream().map(entry -> entry.declaration().id()).toList();
    }

    @Test
    void putsLowPrioritiesFirstAndThenWhoCameFirst() {
        tap("c", 200, List.of(), List.of());
        tap("a", 100, List.of(), List.of());
        tap("b", 100, List.of(), List.of());

        assertThat(ids(TapOrder.of(entries).entries())).containsExactly("a", "b", "c");
    }

    @Test
    void putsBeforeAndAfterAbovePriority() {
        tap("last", 0, List.of(), List.of("middle"));
        tap("middle", 100, List.of(), List.of());
        tap("first", 255, List.of("middle", "unknown"), List.of());

        assertThat(ids(TapOrder.of(entries).entries())).containsExactly("first", "middle", "last");
    }

    @Test
    void reportsACycleAndUsesItsTapsByPriority() {
        tap("a", 30, List.of("b"), List.of());
        tap("b", 20, List.of("c"), List.of());
        tap("c", 10, List.of("a"), List.of());
        tap("behind", 0, List.of(), List.of("b"));

        TapOrder order = TapOrder.of(entries);

        assertThat(ids(order.entries())).containsExactly("c", "a", "b", "behind");
        assertThat(order.cycles()).singleElement().satisfies(cycle -> assertThat(ids(cycle))
                .containsExactlyInAnyOrder("a", "b", "c"));
    }

    @Test
    void ignoresATapThatWantsToBeBeforeItself() {
        tap("a", 1, List.of("a"), List.of("a"));

        assertThat(TapOrder.of(entries).cycles()).isEmpty();
    }
}
