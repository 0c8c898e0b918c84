// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.services;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Another bundle's service that may be away for a moment, while its bundle is replaced. New connections wait for it a
 * little.
 *
 * @param <T> the service
 */
public final class Presence<T> {
    /** How long a connection waits for a bundle that is being replaced. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private volatile @Nullable T current;

    /** The service, or null while it is away. Callable from event loops. */
    @Nullable
    public T now() {
        return current;
    }

    /** The service, waited for if it is away; empty when it stays away. Virtual threads only. */
    public Optional<T> await() throws InterruptedException {
        T present = current;
        return present != null ? Optional.of(present) : awaitArrival(PATIENCE.toNanos());
    }

    public void set(T service) {
        lock.lock();
        try {
            current = service;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Withdraws the service, unless another has already taken its place. */
    public void unset(T service) {
        lock.lock();
        try {
            if (current == service) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<T> awaitArrival(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (current == null && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Optional.ofNullable(current);
        } finally {
            lock.unlock();
        }
    }
}
