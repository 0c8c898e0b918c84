// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.util.concurrent.Semaphore;

/** A loop that ignores interrupts, and ends when the test does. */
final class Spin implements AutoCloseable {
    private final Semaphore entered = new Semaphore(0);
    private volatile boolean over;

    void run() {
        entered.release();
        while (!over) {
            Thread.onSpinWait();
        }
    }

    /** Waits until so many threads are in the loop. */
    void awaitEntered(int threads) throws InterruptedException {
        entered.acquire(threads);
    }

    @Override
    public void close() {
        over = true;
    }
}
