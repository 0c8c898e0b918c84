// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work that runs code of others and may never return: on a thread of its own, waited for within a limit. */
final class Guarded {
    private final Thread thread;
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

    private Guarded(String name, Runnable work, Consumer<Optional<Throwable>> ended) {
        thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .inheritInheritableThreadLocals(false)
                .unstarted(() -> {
                    Optional<Throwable> thrown = attempt(work);
                    ended.accept(thrown);
                    end.complete(thrown);
                });
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    }

    /**
     * Starts work.
     *
     * @param ended takes what it threw, if anything; called on the work's thread, however late, before anybody who waits
     *     goes on
     */
    static Guarded start(String name, Runnable work, Consumer<Optional<Throwable>> ended) {
        Guarded guarded = new Guarded(name, work, ended);
        guarded.thread.start();
        return guarded;
    }

    private static Optional<Throwable> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (Throwable t) { // LinkageError is what broken bundles throw most
            return Optional.of(t);
        }
    }

    /** Waits for all together; what has not ended at the limit is interrupted. */
    static void awaitAll(Collection<Guarded> all, Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        for (Guarded each : all) {
            each.await(Math.max(0, deadlineNanos - System.nanoTime()));
        }
    }

    private void await(long nanos) {
        try {
            end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** Calls when the work ends, on a thread of its own; at once if it has ended. */
    void whenEnded(Runnable action) {
        whenEnded(end -> action.run());
    }

    /** The same, only if it ends without a failure. */
    void whenDone(Runnable action) {
        whenEnded(thrown -> {
            if (thrown.isEmpty()) {
                action.run();
            }
        });
    }

    private void whenEnded(Consumer<Optional<Throwable>> action) {
        Executor ownThread = task ->
                Thread.ofPlatform().name("late " + thread.getName()).daemon().start(task);
        var unused = end.thenAcceptAsync(action, ownThread);
    }

    boolean hasEnded() {
        return end.isDone();
    }

    /** What became of the work, in words: empty when it is done. */
    Optional<String> failure(Duration limit) {
        Optional<Throwable> thrown = end.getNow(Optional.of(new StillRunning(limit)));
        return thrown.map(Guarded::describe);
    }

    /** A fault of ours is made for people; anything else is named with its type. */
    static String describe(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        boolean forPeople = thrown instanceof BundleFault || thrown instanceof StillRunning;
        return forPeople && message != null ? message : thrown.toString();
    }

    private static final class StillRunning extends RuntimeException {
        private static final long serialVersionUID = 1;

        StillRunning(Duration limit) {
            super("its code has not returned within " + limit.toSeconds() + " s", null, false, false);
        }
    }
}
