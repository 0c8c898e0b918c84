// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.intercept.TappedPacket.Held;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * One wait for a decision: that of whoever holds the packet, or the one for the case that none comes in time. The first counts;
 * packets of all others are released.
 */
final class HeldPacket implements Held {
    private final EventLoop loop;
    private final Decision otherwise;
    private final BiConsumer<HeldPacket, Decision> decided;
    private final AtomicBoolean isDecided = new AtomicBoolean();
    private final Future<?> limit;

    /**
     * Begins to wait. On the event loop.
     *
     * @param limit how long at most
     * @param otherwise what is decided then; its packet is taken over
     * @param decided takes the decision and its packet, on the event loop, never during this call
     */
    HeldPacket(EventLoop loop, Duration limit, Decision otherwise, BiConsumer<HeldPacket, Decision> decided) {
        this.loop = loop;
        this.otherwise = otherwise;
        this.decided = decided;
        this.limit = loop.schedule(this::limitReached, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void resume(Decision decision) {
        if (isDecided.compareAndSet(false, true)) {
            runOnLoop(decision);
        } else {
            discard(decision);
        }
    }

    /** Nobody needs a decision any more. On the event loop. */
    void cancel() {
        limit.cancel(false);
        if (isDecided.compareAndSet(false, true)) {
            discard(otherwise);
        }
    }

    /** Releases what a decision holds. */
    static void discard(Decision decision) {
        if (decision instanceof Decision.Replace(var packet)) {
            packet.release();
        }
    }

    private void runOnLoop(Decision decision) {
        try {
            loop.execute(() -> inTime(decision));
        } catch (RejectedExecutionException e) {
            // The loop has ended, and its sessions with it.
            discard(decision);
            discard(otherwise);
        }
    }

    private void inTime(Decision decision) {
        limit.cancel(false);
        if (decision != otherwise) {
            discard(otherwise);
        }
        decided.accept(this, decision);
    }

    private void limitReached() {
        if (isDecided.compareAndSet(false, true)) {
            decided.accept(this, otherwise);
        }
    }
}
