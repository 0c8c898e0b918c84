// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts the pings that are being answered, so that a bundle that goes can wait for them. Thread-safe. */
final class InFlight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isIdle = lock.newCondition();
    private int count;

    /** Does something that counts meanwhile. */
    <T> T during(Supplier<T> work) {
        change(1);
        try {
            return work.get();
        } finally {
            change(-1);
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            count += by;
            if (count == 0) {
                isIdle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is being done, for the given time at most. */
    void awaitIdle(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (count > 0 && left > 0) {
                left = isIdle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
