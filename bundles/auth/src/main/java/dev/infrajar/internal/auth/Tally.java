// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How logins have ended since the bundle was started. Thread-safe. */
final class Tally {
    private final LongAdder authenticated = new LongAdder();
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

    /** All counts are 0. */
    Tally() {
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, new LongAdder());
        }
    }

    void countAuthenticated() {
        authenticated.increment();
    }

    void count(Refusal refusal) {
        counter(refusal).increment();
    }

    long authenticated() {
        return authenticated.sum();
    }

    long refused(Refusal refusal) {
        return counter(refusal).sum();
    }

    private LongAdder counter(Refusal refusal) {
        // The constructor has put one for each refusal.
        return refused.getOrDefault(refusal, new LongAdder());
    }
}
