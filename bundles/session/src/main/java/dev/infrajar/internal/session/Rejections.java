// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session;

import dev.infrajar.internal.session.phase.Rejection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts the connections that were ended without an answer. */
@Component(service = Rejections.class)
public final class Rejections {
    private final Map<Rejection, LongAdder> times = new EnumMap<>(Rejection.class);

    /** All counts are 0. */
    public Rejections() {
        for (Rejection reason : Rejection.values()) {
            times.put(reason, new LongAdder());
        }
    }

    /** Counts one more. Callable from any thread. */
    void count(Rejection reason) {
        counter(reason).increment();
    }

    /** How often it has happened since the bundle was started. */
    long times(Rejection reason) {
        return counter(reason).sum();
    }

    private LongAdder counter(Rejection reason) {
        // The constructor has put one for each reason.
        return times.getOrDefault(reason, new LongAdder());
    }
}
