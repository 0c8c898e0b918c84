// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs code of plugins under a time limit and remembers which plugins have not come back from it. Not thread-safe. */
final class PluginWork {
    private final Duration limit;
    private final Runnable whenLate;
    private final Map<Long, Guarded> last = new HashMap<>();
    private final Set<Long> hopeless = new HashSet<>();

    /**
     * A runner.
     *
     * @param limit for everything that runs code of a plugin
     * @param whenLate called on a thread of its own when something ends after all, and others may be tried again
     */
    PluginWork(Duration limit, Runnable whenLate) {
        this.limit = limit;
        this.whenLate = whenLate;
    }

    Duration limit() {
        return limit;
    }

    /**
     * Runs something and waits for it. Where something earlier of the same bundle goes on, this is tried once (stopping a
     * component works while its constructor spins, stopping a bundle does not while its activator spins), and then not
     * again until the earlier one has come back.
     *
     * @return why it failed, empty when it did not
     */
    Optional<String> run(String what, PluginJar plugin, long bundleId, Runnable action) {
        Guarded earlier = last.get(bundleId);
        boolean stuck = isStuck(bundleId);
        if (stuck && hopeless.contains(bundleId)) {
            return Optional.of("its code has still not returned");
        }
        Guarded work = start(what, plugin, bundleId, action, end -> {});
        Guarded.awaitAll(List.of(work), limit);
        Optional<String> failure = work.failure(limit);
        if (earlier != null && stuck && failure.isPresent()) {
            hopeless.add(bundleId);
            last.put(bundleId, earlier);
            earlier.whenEnded(whenLate);
        }
        if (!work.hasEnded()) {
            work.whenDone(whenLate);
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
        hopeless.remove(bundleId);
        last.remove(bundleId);
    }
}
