// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.PacketTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The taps in use at one moment, in order. */
final class TapSnapshot {
    /** One call of so many is timed: the clock costs more than most taps. */
    static final int SAMPLE = 64;

    static final TapSnapshot EMPTY = new TapSnapshot(List.of(), SAMPLE);

    private final List<TapEntry> entries;
    private final int timedOneOf;
    private final Map<PacketTable, Interests> interests = new ConcurrentHashMap<>();

    /**
     * A snapshot.
     *
     * @param entries in the order they see packets
     * @param timedOneOf how many calls there are for each that is timed, at least 1
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
