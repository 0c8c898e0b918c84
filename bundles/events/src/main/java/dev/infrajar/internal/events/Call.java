// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call into a plugin: run by a thread of the plugin, awaited by a thread of ours.
 *
 * <pre>
 *   WAITING ──▶ RUNNING ──▶ ENDED
 *      │           └──────▶ OVERDUE ──▶ ENDED      given up while it ran: its thread is lost until it returns
 *      └─────────────────────────────▶ ENDED       given up before it ran: it never will
 * </pre>
 */
final class Call<R extends @Nullable Object> implements Runnable {
    /** What a call does in the plugin. */
    @FunctionalInterface
    interface Body<R extends @Nullable Object> {
        R run() throws Exception;
    }

    /** Takes the time that calls spend in the plugin, nanoseconds. */
    interface Clock {
        /** The time of a call until it has ended or been given up. */
        void spent(long callNanos);

        /** What a call that had been given up took beyond. */
        void overran(long furtherNanos);
    }

    private enum State {
        WAITING,
        RUNNING,
        OVERDUE,
        ENDED
    }

    private final Body<R> body;
    private final LostThreads lost;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    private State state = State.WAITING;
    private CallResult<R> result = new CallResult.Gone<>();
    private @Nullable Thread worker;
    private long countedUntilNanos;
    private boolean begun;

    /**
     * A call that waits for a thread.
     *
     * @param clock takes the time spent in the plugin
     */
    Call(Body<R> body, LostThreads lost, Clock clock) {
        this.body = body;
        this.lost = lost;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (begin()) {
            end(invoke());
        }
    }

    private CallResult<R> invoke() {
        try {
            return new CallResult.Answered<>(body.run());
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            return new CallResult.Failed<>(Failure.of(t));
        }
    }

    private synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        begun = true;
        worker = Thread.currentThread();
        countedUntilNanos = System.nanoTime();
        return true;
    }

    private synchronized void end(CallResult<R> outcome) {
        long nanos = nanosSinceCounted();
        if (state == State.OVERDUE) {
            clock.overran(nanos);
            lost.found();
        } else {
            clock.spent(nanos);
            result = outcome;
        }
        state = State.ENDED;
        worker = null;
        // An interrupt meant for this call must not hit the next one on this thread.
        Thread.interrupted();
        ended.countDown();
    }

    private long nanosSinceCounted() {
        long begin = countedUntilNanos;
        countedUntilNanos = System.nanoTime();
        return countedUntilNanos - begin;
    }

    /**
     * Ends the waiting; interrupts the call if it runs. Does nothing to a call that has ended.
     *
     * @param never the result if the call never got a thread
     * @param running the result if it has one
     */
    synchronized void giveUp(CallResult<R> never, CallResult<R> running) {
        if (state == State.WAITING) {
            state = State.ENDED;
            result = never;
        } else if (state == State.RUNNING && worker != null) {
            state = State.OVERDUE;
            result = running;
            lost.lost();
            clock.spent(nanosSinceCounted());
            worker.interrupt();
        }
        ended.countDown();
    }

    /** Gives it up without blaming anybody. */
    void forget() {
        giveUp(new CallResult.Gone<>(), new CallResult.Gone<>());
    }

    /** Waits until the call has ended, at most for the limit, after which it is given up. */
    CallResult<R> await(Duration limit) {
        try {
            if (!ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                String within = " within " + limit.toMillis() + " ms";
                giveUp(
                        new CallResult.Failed<>(Failure.overload("none of its threads was free" + within)),
                        new CallResult.Failed<>(Failure.of("no answer" + within)));
            }
        } catch (InterruptedException e) {
            forget();
            Thread.currentThread().interrupt();
        }
        return result();
    }

    /** Whether a thread has ever taken it. */
    synchronized boolean hasRun() {
        return begun;
    }

    private synchronized CallResult<R> result() {
        return result;
    }
}
