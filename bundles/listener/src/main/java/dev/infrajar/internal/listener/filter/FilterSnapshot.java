// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import java.util.List;

/**
 * The filters in use at one moment.
 *
 * @param entries in the order they are called
 * @param timedOneOf 1: every call is timed; else one for so many chunks of bytes, and for so many connections
 */
record FilterSnapshot(List<FilterEntry> entries, int timedOneOf) {
    /** What is timed when nobody has asked for more: reading the clock costs as much as many filters that do nothing. */
    static final int SAMPLE = 64;

    static final FilterSnapshot EMPTY = new FilterSnapshot(List.of(), SAMPLE);

    FilterSnapshot {
        entries = List.copyOf(entries);
    }

    boolean has(FilterEntry entry) {
        return entries.stream().anyMatch(other -> other.serviceId() == entry.serviceId());
    }
}
