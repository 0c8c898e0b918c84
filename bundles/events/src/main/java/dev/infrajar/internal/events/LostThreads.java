// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the threads of one plugin that are still in a call which was given up. */
final class LostThreads {
    private final AtomicInteger count = new AtomicInteger();

    void lost() {
        count.incrementAndGet();
    }

    void found() {
        count.decrementAndGet();
    }

    int count() {
        return count.get();
    }
}
