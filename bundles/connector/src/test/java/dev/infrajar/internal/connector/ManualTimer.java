// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import dev.infrajar.internal.connector.health.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Keeps what is to run later until a test runs it. */
public final class ManualTimer implements Timer {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(task);
        delays.add(delay);
    }

    /** Runs the task that has waited longest, on this thread. */
    public void runNext() {
        tasks.remove().run();
    }

    /** How many wait. */
    public int waiting() {
        return tasks.size();
    }

    /** All delays that were asked for, in order. */
    public List<Duration> delays() {
        return delays;
    }
}
