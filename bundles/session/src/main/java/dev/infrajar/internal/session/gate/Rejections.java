// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import dev.infrajar.internal.session.phase.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts those that were turned away or cut, by reason: the session's own, those of gates, of forwarders and of taps. Thread-safe. */
@Component(service = Rejections.class)
public final class Rejections {
    /** The most reasons of gates that are told apart: they are constant words, and a gate that errs must not fill the heap. */
    static final int MAX_REASONS = 100;

    /** What is counted for all further reasons. */
    static final String OTHER = "other reasons";

    private final ConcurrentHashMap<String, LongAdder> times = new ConcurrentHashMap<>();

    /** Counts one more. Callable from any thread. */
    public void count(Rejection reason) {
        count(reason.text());
    }

    /** Counts one more for a gate's reason. Callable from any thread. */
    public void count(String reason) {
        LongAdder known = times.get(reason);
        counter(known != null || times.size() < MAX_REASONS ? reason : OTHER).increment();
    }

    /** How often each reason has come up since the bundle was started: the session's own first, then those of gates. */
    public Map<String, Long> times() {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Rejection reason : Rejection.values()) {
            sums.put(reason.text(), 0L);
        }
        new TreeMap<>(times).forEach((reason, counter) -> sums.put(reason, counter.sum()));
        return sums;
    }

    private LongAdder counter(String reason) {
        return times.computeIfAbsent(reason, added -> new LongAdder());
    }
}
