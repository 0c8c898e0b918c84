// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.net.whiteboard.Origin;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plugin's bundle that registers listeners. */
final class FakePlugin {
    private static final AtomicInteger SERVICE_IDS = new AtomicInteger();

    private final Origin origin;

    FakePlugin(String name) {
        origin = new Origin(name, name.hashCode());
    }

    Origin origin() {
        return origin;
    }

    <L> Rank register(Listeners<L> listeners, L listener) {
        return register(listeners, 0, listener);
    }

    <L> Rank register(Listeners<L> listeners, int ranking, L listener) {
        return registerLazily(listeners, ranking, () -> listener);
    }

    <L> Rank registerLazily(Listeners<L> listeners, int ranking, Supplier<? extends @Nullable L> constructor) {
        Rank rank = new Rank(ranking, SERVICE_IDS.incrementAndGet());
        listeners.add(new Registered<>(origin, rank, source(constructor)));
        return rank;
    }

    /** A listener that is there already. */
    Source<PacketListener> source(PacketListener listener) {
        return source(() -> listener);
    }

    private static <L> Source<L> source(Supplier<? extends @Nullable L> constructor) {
        return new Source<>() {
            @Override
            public @Nullable L obtain() {
                return constructor.get();
            }

            @Override
            public void giveBack(L listener) {}
        };
    }
}
