// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.PacketTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The taps in use at one moment, in order. */
final class TapSnapshot {
    /** For one packet of so many, one of its taps is timed: clock and counting cost as much as 50 taps that do nothing. */
    static final int SAMPLE = 64;

    static final TapSnapshot EMPTY = new TapSnapshot(List.of(), SAMPLE);

    private final List<TapEntry> entries;
    private final int timedOneOf;
    private final Map<PacketTable, Interests> interests = new ConcurrentHashMap<>();

    /**
     * A snapshot.
     *
     * @param entries in the order they see packets
     * @param timedOneOf 1: every call is timed; else one for so many packets
     */
    TapSnapshot(List<TapEntry> entries, int timedOneOf) {
        this.entries = List.copyOf(entries);
        this.timedOneOf = timedOneOf;
    }

    List<TapEntry> entries() {
        return entries;
    }

    int timedOneOf() {
        return timedOneOf;
    }

    Interests interests(PacketTable table) {
        return entries.isEmpty()
                ? Interests.NONE
                : interests.computeIfAbsent(table, unknown -> Interests.of(entries, unknown));
    }
}
