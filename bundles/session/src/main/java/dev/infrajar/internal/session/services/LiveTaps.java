// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.intercept.TapChains;
import dev.infrajar.net.intercept.TapSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The taps of all sessions of this bundle: those of the registry that is there, also when another has taken its place. */
public final class LiveTaps implements TapChains {
    private final Set<LiveChain> running = ConcurrentHashMap.newKeySet();

    /** Of no registry before the first: sessions wait for that. */
    private volatile TapChains latest = session -> TapChain.NONE;

    /** Called when no session is left, each time. */
    private volatile Runnable empty = () -> {};

    /** Another registry has come; sessions turn to it on their event loops. Callable from any thread. */
    public void follow(TapChains registry) {
        latest = registry;
        running.forEach(LiveChain::turnSoon);
    }

    /**
     * Has somebody told when no session is left: at once if none is there, else on the event loop of the last.
     *
     * @param task does not block; may be called more than once
     */
    public void whenEmpty(Runnable task) {
        empty = task;
        if (running.isEmpty()) {
            task.run();
        }
    }

    private void ended(LiveChain chain) {
        running.remove(chain);
        if (running.isEmpty()) {
            empty.run();
        }
    }

    @Override
    public LiveChain open(TapSession session) {
        LiveChain chain = new LiveChain(session, () -> latest, this::ended);
        // In this order: a change that it misses here finds it in the set.
        running.add(chain);
        chain.turn();
        return chain;
    }
}
