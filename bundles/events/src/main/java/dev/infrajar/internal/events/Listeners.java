// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.core.ListenerCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The listeners of one kind, in the order they are called. Changes may come from any thread; readers take a snapshot.
 *
 * @param <L> the listener interface
 */
final class Listeners<L> {
    private final Class<L> type;
    private final ListenerKind kind;
    private final PluginPools pools;
    private volatile List<RegisteredListener<L>> snapshot = List.of();

    Listeners(Class<L> type, PluginPools pools, String... packets) {
        this.type = type;
        this.kind = new ListenerKind(type.getSimpleName(), List.of(packets));
        this.pools = pools;
    }

    Class<L> type() {
        return type;
    }

    List<RegisteredListener<L>> snapshot() {
        return snapshot;
    }

    ListenerKind kind() {
        return kind;
    }

    Optional<RegisteredListener<L>> find(long serviceId) {
        return snapshot.stream()
                .filter(listener -> listener.rank().serviceId() == serviceId)
                .findFirst();
    }

    boolean hasActive() {
        return snapshot.stream().anyMatch(Predicate.not(RegisteredListener::isQuarantined));
    }

    List<ListenerCost> costs() {
        return snapshot.stream().map(RegisteredListener::cost).toList();
    }

    synchronized void add(Registered<L> registered) {
        PluginThreads threads = pools.take(registered.origin());
        replace(registered.rank().serviceId(), List.of(new RegisteredListener<>(registered, kind, threads)));
    }

    /** Moves it, and takes note of what it wants to hear of now. */
    synchronized void change(Rank changed, Topics topics) {
        find(changed.serviceId())
                .ifPresent(listener -> replace(
                        changed.serviceId(), List.of(listener.at(changed).about(topics))));
    }

    synchronized void remove(long serviceId) {
        List<RegisteredListener<L>> leaving = snapshot.stream()
                .filter(listener -> listener.rank().serviceId() == serviceId)
                .toList();
        replace(serviceId, List.of());
        leaving.forEach(listener -> pools.giveBack(listener.origin()));
    }

    private void replace(long serviceId, List<RegisteredListener<L>> by) {
        List<RegisteredListener<L>> changed = new ArrayList<>(snapshot);
        changed.removeIf(listener -> listener.rank().serviceId() == serviceId);
        changed.addAll(by);
        changed.sort(Comparator.comparing(RegisteredListener::rank));
        snapshot = List.copyOf(changed);
    }
}
