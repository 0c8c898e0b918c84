// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ceiling of {@code max_connections}: a permit for each open connection, and for one that is about to be accepted. All
 * are counted, so that a ceiling can be set while connections are open. Callable from any thread.
 */
final class Permits {
    private final AtomicInteger used = new AtomicInteger();
    private volatile int max;
    private volatile Runnable changed = () -> {};

    /** A ceiling of {@code max} connections, 0 for none. */
    Permits(int max) {
        this.max = max;
    }

    boolean areLimited() {
        return max > 0;
    }

    /** Whether more are taken than the ceiling allows, because it was lowered. */
    boolean areExceeded() {
        int ceiling = max;
        return ceiling > 0 && used.get() > ceiling;
    }

    /** Sets another ceiling, 0 for none. Nobody is thrown out. */
    void limitTo(int most) {
        max = most;
        changed.run();
    }

    /** Names the one who is told when a permit has become free under a ceiling, and when the ceiling has changed. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Takes a permit if one is free. */
    boolean tryTake() {
        int ceiling = max;
        int taken = used.get();
        while (ceiling == 0 || taken < ceiling) {
            if (used.compareAndSet(taken, taken + 1)) {
                return true;
            }
            taken = used.get();
        }
        return false;
    }

    /** Takes a permit whether or not one is free: for a connection that is there already. */
    void take() {
        used.incrementAndGet();
    }

    void giveBack() {
        used.decrementAndGet();
        if (areLimited()) {
            changed.run();
        }
    }
}
