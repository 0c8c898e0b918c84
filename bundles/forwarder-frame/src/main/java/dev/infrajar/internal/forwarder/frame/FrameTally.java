// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.FrameCounts;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens to the frames of one direction. Written by the event loop, read by any thread. */
final class FrameTally {
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong peeked = new AtomicLong();
    private final AtomicLong inflated = new AtomicLong();
    private final AtomicLong deflated = new AtomicLong();

    void frame() {
        add(frames);
    }

    void peeked() {
        add(peeked);
    }

    void inflated() {
        add(inflated);
    }

    void deflated() {
        add(deflated);
    }

    FrameCounts counts() {
        return new FrameCounts(frames.getOpaque(), peeked.getOpaque(), inflated.getOpaque(), deflated.getOpaque());
    }

    /** There is one writer: no atomic addition is needed. */
    private static void add(AtomicLong counter) {
        counter.setOpaque(counter.getPlain() + 1);
    }
}
