// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts who was not let in: by reason, and the clients of late. Thread-safe and bounded. */
@Component(service = Refusals.class)
public final class Refusals {
    /** A client that is quiet for so long leaves the list. */
    static final Duration MEMORY = Duration.ofMinutes(10);

    /** The most clients that are counted; those that come rarest leave first. */
    static final int MAX_CLIENTS = 1_000;

    private final Map<Reason, LongAdder> times = new EnumMap<>(Reason.class);
    private final Cache<ClientKey, LongAdder> clients = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(MEMORY)
            .executor(Runnable::run)
            .build();

    /** All counts are 0. */
    public Refusals() {
        for (Reason reason : Reason.values()) {
            times.put(reason, new LongAdder());
        }
    }

    /** Counts one more. */
    void count(ClientKey client, Reason reason) {
        counter(reason).increment();
        clients.get(client, fresh -> new LongAdder()).increment();
    }

    /** How often it has happened since the bundle was started. */
    long times(Reason reason) {
        return counter(reason).sum();
    }

    /** The clients that were refused most of late, and how often, the first most. */
    Map<ClientKey, Long> most(int limit) {
        List<Map.Entry<ClientKey, Long>> sorted = clients.asMap().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .toList();
        Map<ClientKey, Long> most = new LinkedHashMap<>();
        sorted.forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }

    private LongAdder counter(Reason reason) {
        // The constructor has put one for each reason.
        return times.getOrDefault(reason, new LongAdder());
    }
}
