// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.util.concurrent.Callable;

/** Waits for a condition, with a deadline generous enough for a loaded machine. */
final class Await {
    private static final long DEADLINE_MILLIS = 30_000;

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (!condition.call()) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("still waiting for: " + what);
            }
            Thread.sleep(20);
        }
    }
}
