// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import java.util.concurrent.atomic.AtomicInteger;

/** The ceiling of {@code max_connections}: a permit for each open connection. Taken on one loop, given back from any. */
final class Permits {
    private final int max;
    private final AtomicInteger used = new AtomicInteger();

    /** A ceiling of {@code max} connections, 0 for none. */
    Permits(int max) {
        this.max = max;
    }

    boolean areLimited() {
        return max > 0;
    }

    boolean areFree() {
        return max == 0 || used.get() < max;
    }

    void take() {
        used.incrementAndGet();
    }

    void giveBack() {
        used.decrementAndGet();
    }
}
