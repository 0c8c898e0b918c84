// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Answers by name, the least recently used forgotten beyond {@value #MOST_NAMES}. Thread-safe.
 *
 * @param <V> what the records say
 */
final class NameCache<V> {
    private static final int MOST_NAMES = 512;

    private final Lookup<V> lookup;
    private final LookupThreads threads;
    private final LongSupplier nanoClock;
    private final Map<String, NameEntry<V>> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NameEntry<V>> eldest) {
            return size() > MOST_NAMES;
        }
    };

    NameCache(Lookup<V> lookup, LookupThreads threads, LongSupplier nanoClock) {
        this.lookup = lookup;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    /** What is kept for a name, made if there is nothing. */
    NameEntry<V> of(String name) {
        String key = TimesToLive.fold(name);
        synchronized (entries) {
            return entries.computeIfAbsent(key, _ -> new NameEntry<>(name, lookup, threads, nanoClock));
        }
    }
}
