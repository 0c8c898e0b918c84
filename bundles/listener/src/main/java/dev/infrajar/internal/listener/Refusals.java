// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts the connections that the listener has closed. */
@Component(service = Refusals.class)
public final class Refusals {
    private final Map<Refusal, LongAdder> times = new EnumMap<>(Refusal.class);

    /** All counts are 0. */
    public Refusals() {
        for (Refusal reason : Refusal.values()) {
            times.put(reason, new LongAdder());
        }
    }

    /** Counts one more. Callable from any thread. */
    void count(Refusal reason) {
        counter(reason).increment();
    }

    /** How often it has happened since the bundle was started. */
    long times(Refusal reason) {
        return counter(reason).sum();
    }

    private LongAdder counter(Refusal reason) {
        // The constructor has put one for each reason.
        return times.getOrDefault(reason, new LongAdder());
    }
}
