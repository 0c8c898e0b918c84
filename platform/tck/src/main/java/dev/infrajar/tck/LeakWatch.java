// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects what Netty's leak detector finds. */
final class LeakWatch implements AutoCloseable {
    /** A leak is reported by the first allocation after the collector has found the lost buffer. */
    private static final int COLLECTIONS = 2;

    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    LeakWatch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + ": " + records));
    }

    /** Looks for buffers that were dropped without being released. */
    List<String> leaks() {
        for (int i = 0; i < COLLECTIONS; i++) {
            CollectedMark.awaitCollection();
            ByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
        return List.copyOf(leaks);
    }

    @Override
    public void close() {
        ByteBufUtil.setLeakListener(null);
        ResourceLeakDetector.setLevel(before);
    }
}
