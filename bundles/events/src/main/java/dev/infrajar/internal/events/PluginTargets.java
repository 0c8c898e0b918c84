// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.core.ListenerCost;
import dev.infrajar.net.core.PluginCalls;
import dev.infrajar.net.whiteboard.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Services of plugins that other bundles call: on the same threads, with the same limits and counts as listeners. */
final class PluginTargets implements PluginCalls {
    /** One service; closing it twice gives its threads back once. */
    private final class Called<S> implements Target<S> {
        private final RegisteredListener<S> listener;
        private final AtomicBoolean isClosed = new AtomicBoolean();

        private Called(RegisteredListener<S> listener) {
            this.listener = listener;
        }

        @Override
        public <R> Optional<R> ask(Duration limit, Function<S, R> question) {
            return isClosed.get() ? Optional.empty() : listener.ask(limit, question, PluginTargets::nonNull);
        }

        @Override
        public void close() {
            if (isClosed.compareAndSet(false, true)) {
                open.remove(this);
                pools.giveBack(listener.origin());
            }
        }
    }

    /** Not asked for an order: who calls has its own. */
    private static final Rank NO_RANK = new Rank(0, 0);

    private final PluginPools pools;
    private final List<Called<?>> open = new CopyOnWriteArrayList<>();

    PluginTargets(PluginPools pools) {
        this.pools = pools;
    }

    @Override
    public <S> Target<S> open(Offer<S> offer) {
        Origin origin = new Origin(offer.bundle(), offer.bundleId());
        Registered<S> registered = new Registered<>(origin, NO_RANK, source(offer));
        Called<S> called = new Called<>(
                new RegisteredListener<>(registered, new ListenerKind(offer.kind(), List.of()), pools.take(origin)));
        open.add(called);
        return called;
    }

    private static <S> Source<S> source(Offer<S> offer) {
        return new Source<>() {
            @Override
            public @Nullable S obtain() {
                return offer.obtain();
            }

            @Override
            public void giveBack(S service) {
                offer.giveBack(service);
            }
        };
    }

    /** A plugin is not bound by our null checks. */
    private static <R> Read<R> nonNull(@Nullable R answer) {
        return answer == null ? new Read.Invalid<>("answered null") : new Read.Valid<>(answer);
    }

    List<ListenerCost> costs() {
        return open.stream().map(called -> called.listener.cost()).toList();
    }
}
