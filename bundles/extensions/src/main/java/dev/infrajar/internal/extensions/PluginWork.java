// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs code of plugins under a time limit and remembers which plugins have not come back from it. Not thread-safe. */
final class PluginWork {
    private final Duration limit;
    private final Runnable whenLate;
    private final Map<Long, Guarded> last = new HashMap<>();

    /**
     * A runner.
     *
     * @param limit for everything that runs code of a plugin
     * @param whenLate called on a thread of its own when something ends that was given up
     */
    PluginWork(Duration limit, Runnable whenLate) {
        this.limit = limit;
        this.whenLate = whenLate;
    }

    Duration limit() {
        return limit;
    }

    /** Runs something and waits for it. Says why it failed, empty when it did not. */
    Optional<String> run(String what, PluginJar plugin, long bundleId, Runnable action) {
        Guarded work = start(what, plugin, bundleId, action, end -> {});
        Guarded.awaitAll(List.of(work), limit);
        Optional<String> failure = work.failure(limit);
        if (!work.hasEnded()) {
            work.whenEnded(whenLate);
        }
        return failure;
    }

    /** Starts something that {@link #await} waits for. */
    Guarded start(String what, PluginJar plugin, long bundleId, Runnable action, Consumer<Optional<Throwable>> ended) {
        Guarded work = Guarded.start(what + " " + plugin.file(), action, ended);
        last.put(bundleId, work);
        return work;
    }

    /** Waits for all together. */
    void await(Collection<Guarded> all) {
        Guarded.awaitAll(all, limit);
    }

    /** Whether the last thing that was run for a bundle goes on. */
    boolean isStuck(long bundleId) {
        Guarded work = last.get(bundleId);
        return work != null && !work.hasEnded();
    }

    /** Forgets a bundle that is gone. */
    void forget(long bundleId) {
        last.remove(bundleId);
    }
}
