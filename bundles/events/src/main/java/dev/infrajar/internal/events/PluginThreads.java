// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.api.event.ListenerLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one plugin: {@link ListenerLimits#THREADS_PER_PLUGIN} platform threads, which are time-sliced, so that
 * a plugin that spins takes its share of the processors and not everybody's. They start when there is something to do
 * and end when there is nothing for a while.
 */
final class PluginThreads {
    private static final int THREADS = ListenerLimits.THREADS_PER_PLUGIN;
    private static final int IDLE_SECONDS = 5;

    private final LostThreads lost = new LostThreads();
    private final Set<Call<?>> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor executor;

    /**
     * Threads for one plugin.
     *
     * @param name the prefix of the threads' names
     */
    PluginThreads(String name) {
        executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(ListenerLimits.QUEUE_PER_PLUGIN),
                Thread.ofPlatform()
                        .name(name + "-", 1)
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs something of the plugin and waits for it. Blocks at most for the limit.
     *
     * @param clock takes the time spent in the plugin
     */
    <R extends @Nullable Object> CallResult<R> call(Duration limit, Call.Body<R> body, Call.Clock clock) {
        if (lost.count() >= THREADS) {
            return new CallResult.Failed<>(allLost());
        }
        Call<R> call = new Call<>(body, lost, clock);
        open.add(call);
        try {
            executor.execute(call);
            return call.await(limit);
        } catch (RejectedExecutionException e) {
            return executor.isShutdown()
                    ? new CallResult.Gone<>()
                    : new CallResult.Failed<>(Failure.overload(
                            "its threads are busy and " + ListenerLimits.QUEUE_PER_PLUGIN + " calls wait already"));
        } finally {
            open.remove(call);
            if (!call.hasRun()) {
                executor.remove(call);
            }
            failTheHopeless();
        }
    }

    /** When the last thread has been lost, those who still wait for one would wait in vain. */
    private void failTheHopeless() {
        if (lost.count() < THREADS) {
            return;
        }
        List<Runnable> hopeless = new ArrayList<>();
        executor.getQueue().drainTo(hopeless);
        hopeless.forEach(runnable -> fail((Call<?>) runnable));
    }

    private static <R extends @Nullable Object> void fail(Call<R> call) {
        CallResult<R> failed = new CallResult.Failed<>(allLost());
        call.giveUp(failed, failed);
    }

    private static Failure allLost() {
        return Failure.of("all " + THREADS + " threads of its bundle are stuck in calls whose time was over");
    }

    int lost() {
        return lost.count();
    }

    /**
     * Ends the threads: whoever waits for the plugin goes on at once, running calls are interrupted. What a listener answers because
     * it was interrupted does not count: the calls are given up first.
     */
    void close() {
        executor.shutdown();
        open.forEach(Call::forget);
        executor.shutdownNow();
    }
}
