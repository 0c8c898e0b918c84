// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallOrderTest {
    private final List<Service> entries = new ArrayList<>();

    /** A service of a plugin. */
    private record Service(String id, List<String> before, List<String> after, int priority, long serviceId)
            implements CallOrder.Placed {}

    private void service(String id, int priority, List<String> before, List<String> after) {
        entries.add(new Service(id, before, after, priority, entries.size()));
    }

    private static List<String> ids(List<Service> entries) {
        return entries.stream().map(Service::id).toList();
    }

    @Test
    void putsLowPrioritiesFirstAndThenWhoCameFirst() {
        service("c", 200, List.of(), List.of());
        service("a", 100, List.of(), List.of());
        service("b", 100, List.of(), List.of());

        assertThat(ids(CallOrder.of(entries).entries())).containsExactly("a", "b", "c");
    }

    @Test
    void putsBeforeAndAfterAbovePriority() {
        service("last", 0, List.of(), List.of("middle"));
        service("middle", 100, List.of(), List.of());
        service("first", 255, List.of("middle", "unknown"), List.of());

        assertThat(ids(CallOrder.of(entries).entries())).containsExactly("first", "middle", "last");
    }

    @Test
    void reportsACycleAndUsesItsServicesByPriority() {
        service("a", 30, List.of("b"), List.of());
        service("b", 20, List.of("c"), List.of());
        service("c", 10, List.of("a"), List.of());
        service("behind", 0, List.of(), List.of("b"));

        CallOrder<Service> order = CallOrder.of(entries);

        assertThat(ids(order.entries())).containsExactly("c", "a", "b", "behind");
        assertThat(order.cycles()).singleElement().satisfies(cycle -> assertThat(ids(cycle))
                .containsExactlyInAnyOrder("a", "b", "c"));
    }

    @Test
    void ignoresAServiceThatWantsToBeBeforeItself() {
        service("a", 1, List.of("a"), List.of("a"));

        assertThat(CallOrder.of(entries).cycles()).isEmpty();
    }
}
