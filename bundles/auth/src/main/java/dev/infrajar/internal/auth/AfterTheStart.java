// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Work of a second that players do not wait for: the start, and the first status answer behind it, want all processors of a small machine. */
final class AfterTheStart {
    private static final Duration DELAY = Duration.ofMillis(500);

    private AfterTheStart() {}

    /**
     * Runs each task after half a second, with the lowest priority.
     *
     * @param thread names the daemon thread that each task gets
     */
    static Executor executor(String thread) {
        Executor threads = task -> Thread.ofPlatform()
                .name(thread)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(task);
        return CompletableFuture.delayedExecutor(DELAY.toMillis(), TimeUnit.MILLISECONDS, threads);
    }
}
