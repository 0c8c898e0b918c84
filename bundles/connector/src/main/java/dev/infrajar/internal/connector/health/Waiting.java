// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.health;

import io.netty.util.concurrent.Promise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The attempts at one backend that wait for its answer and could go elsewhere. When it is found to be down, they are told to:
 * a burst of logins waits for one timeout, not each for its own.
 */
public final class Waiting {
    /** What such an attempt fails with. */
    public static final class Over extends Exception {
        private static final long serialVersionUID = 1L;

        Over() {
            super("found to be down meanwhile", null, false, false);
        }
    }

    private final Set<Promise<?>> attempts = ConcurrentHashMap.newKeySet();

    /** Adds an attempt. */
    public void add(Promise<?> attempt) {
        attempts.add(attempt);
    }

    /** Removes an attempt that has ended. */
    public void remove(Promise<?> attempt) {
        attempts.remove(attempt);
    }

    void end() {
        attempts.forEach(attempt -> attempt.tryFailure(new Over()));
    }
}
