// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the connections that filters have refused or closed, by filter and reason. Callable from any thread. */
final class FilterTally {
    /** Reasons come from plugins: those beyond this number are counted together. */
    static final int MAX_REASONS = 64;

    private static final int MAX_CHARS = 80;
    private static final String OTHERS = "transport filters: other reasons";

    private final Map<String, LongAdder> times = new ConcurrentHashMap<>();

    void count(String filter, String reason) {
        String line = "transport filter " + filter + ": " + oneLine(reason);
        LongAdder known = times.get(line);
        if (known == null) {
            String kept = times.size() < MAX_REASONS ? line : OTHERS;
            known = times.computeIfAbsent(kept, first -> new LongAdder());
        }
        known.increment();
    }

    /** How often each has happened, by what the console shows. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        times.forEach((line, adder) -> counts.put(line, adder.sum()));
        return counts;
    }

    /** A plugin's text, fit for logs and the console. */
    static String oneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS) + "...";
    }
}
