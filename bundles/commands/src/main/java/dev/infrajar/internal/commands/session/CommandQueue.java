// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandLimits;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** The commands of one player: one runs, some wait, in the order in which they were typed. Callable from any thread. */
final class CommandQueue {
    private final Executor workers;
    private final Queue<Runnable> waiting = new ArrayDeque<>(0);
    private boolean isRunning;

    /**
     * An empty queue.
     *
     * @param workers runs one thing of the queue at a time, which may block
     */
    CommandQueue(Executor workers) {
        this.workers = workers;
    }

    /** Takes a command; returns whether there was room. */
    boolean offer(Runnable command) {
        synchronized (this) {
            if (isRunning) {
                return waiting.size() < CommandLimits.WAITING_PER_PLAYER && waiting.add(command);
            }
            isRunning = true;
        }
        workers.execute(() -> run(command));
        return true;
    }

    private void run(Runnable command) {
        try {
            command.run();
        } finally {
            next();
        }
    }

    private void next() {
        Runnable command;
        synchronized (this) {
            command = waiting.poll();
            isRunning = command != null;
        }
        if (command != null) {
            workers.execute(() -> run(command));
        }
    }

    /** Drops what waits. */
    synchronized void clear() {
        waiting.clear();
    }
}
