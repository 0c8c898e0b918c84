// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the latest of what a client says: while listeners hear one thing, only the last of those that follow is kept. So a client
 * that repeats itself costs one thread.
 *
 * @param <E> the event
 */
final class LatestNews<E> {
    private final Consumer<E> listeners;
    private final AtomicReference<@Nullable E> waiting = new AtomicReference<>();
    private final AtomicBoolean isTelling = new AtomicBoolean();

    /**
     * News for somebody.
     *
     * @param listeners told on a virtual thread
     */
    LatestNews(Consumer<E> listeners) {
        this.listeners = listeners;
    }

    /** Returns at once. */
    void tell(E event) {
        waiting.set(event);
        startIfNeeded();
    }

    private void startIfNeeded() {
        if (waiting.get() != null && isTelling.compareAndSet(false, true)) {
            Thread.ofVirtual().name("packet-listeners").start(this::tellAll);
        }
    }

    private void tellAll() {
        try {
            E event = waiting.getAndSet(null);
            while (event != null) {
                listeners.accept(event);
                event = waiting.getAndSet(null);
            }
        } finally {
            isTelling.set(false);
        }
        // What came between the last look and here has found somebody telling.
        startIfNeeded();
    }
}
