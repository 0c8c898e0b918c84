// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.PacketTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who wants which ids of one packet table: the same for all sessions that speak it. Immutable. */
final class Interests {
    /** Nobody wants anything. */
    static final Interests NONE = new Interests(List.of());

    private final List<IdSet> byEntry;
    private final IdSet all;
    private final int[] groupOfId;
    private final List<int[]> groups;

    private Interests(List<IdSet> byEntry) {
        this.byEntry = byEntry;
        all = byEntry.stream().reduce(IdSet.NONE, IdSet::union);
        groupOfId = new int[all.ids().max().orElse(-1) + 1];
        groups = new ArrayList<>();
        Arrays.setAll(groupOfId, this::group);
    }

    static Interests of(List<TapEntry> entries, PacketTable table) {
        return new Interests(entries.stream()
                .map(entry -> table.ids(entry.declaration().kinds()))
                .toList());
    }

    private int group(int id) {
        int[] wanting = IntStream.range(0, byEntry.size())
                .filter(entry -> byEntry.get(entry).contains(id))
                .toArray();
        for (int known = 0; known < groups.size(); known++) {
            if (Arrays.equals(groups.get(known), wanting)) {
                return known;
            }
        }
        groups.add(wanting);
        return groups.size() - 1;
    }

    IdSet all() {
        return all;
    }

    IdSet of(int entry) {
        return byEntry.get(entry);
    }

    /** Sets of entries that want the same ids, each in order. */
    List<int[]> groups() {
        return groups;
    }

    /** The group of each id. */
    int[] groupOfId() {
        return groupOfId;
    }
}
