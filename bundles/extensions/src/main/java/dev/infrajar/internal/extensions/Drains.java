// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stopped bundles that wait for their last session: its objects go on working while the bundle is installed, and fail
 * on the first class they still have to load when it is not. Waiting has no limit, as a session has none.
 */
final class Drains {
    private static final Logger LOG = LoggerFactory.getLogger(Drains.class);
    private static final long PAUSE_MILLIS = 1000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Long, IntSupplier> waiting = new ConcurrentHashMap<>();

    /**
     * Waits, on a thread of its own, until no session holds a bundle.
     *
     * @param holding counts the sessions that do
     * @param drained called then
     */
    void add(Installed bundle, IntSupplier holding, Runnable drained) {
        waiting.put(bundle.id(), holding);
        Thread.ofPlatform()
                .name("drain " + bundle.symbolicName())
                .daemon()
                .start(() -> drain(bundle, holding, drained));
    }

    private void drain(Installed bundle, IntSupplier holding, Runnable drained) {
        try {
            while (holding.getAsInt() > 0) {
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            drained.run();
            LOG.info("{} is gone: its last session has ended", bundle.title());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be removed: {}", bundle.title(), Guarded.describe(e));
        } finally {
            waiting.remove(bundle.id());
        }
    }

    /** How many sessions a bundle waits for; empty when it does not wait. */
    Optional<Integer> holding(long bundleId) {
        return Optional.ofNullable(waiting.get(bundleId)).map(IntSupplier::getAsInt);
    }

    /** The bundles that wait. */
    List<Long> waiting() {
        return List.copyOf(waiting.keySet());
    }

    /** Ends the waiting; the bundles stay installed. */
    void close() {
        closed.countDown();
    }
}
