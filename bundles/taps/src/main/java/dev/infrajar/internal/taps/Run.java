// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import java.util.List;

/** The taps of one session that want the same packets, in order. */
final class Run {
    private final Slot[] slots;
    private final boolean isLimited;
    private final int timedOneOf;
    private int untilTimed;

    /**
     * A run.
     *
     * @param slots in order
     * @param timedOneOf how many calls there are for each that is timed, at least 1
     * @param untilTimed how many come before the first that is timed
     */
    Run(List<Slot> slots, int timedOneOf, int untilTimed) {
        this.slots = slots.toArray(Slot[]::new);
        this.isLimited = slots.stream().anyMatch(slot -> slot.maxBytes() < Integer.MAX_VALUE);
        this.timedOneOf = timedOneOf;
        this.untilTimed = untilTimed;
    }

    /** Shows a packet to those that stand at a place or behind it, until one of them touches it. */
    void show(PacketView packet, int place) {
        boolean isTimed = --untilTimed < 0;
        int first = place == 0 ? 0 : firstFrom(place);
        if (isTimed) {
            untilTimed = timedOneOf - 1;
            timed(packet, first);
        } else if (isLimited) {
            limited(packet, first);
        } else {
            straight(packet, first);
        }
    }

    private int firstFrom(int place) {
        int first = 0;
        while (first < slots.length && slots[first].place() < place) {
            first++;
        }
        return first;
    }

    private void straight(PacketView packet, int first) {
        for (int i = first; i < slots.length; i++) {
            slots[i].show(packet);
            if (packet.isTouched()) {
                packet.resumeAt(slots[i].place() + 1);
                return;
            }
        }
    }

    private void limited(PacketView packet, int first) {
        int bytes = packet.bytes();
        for (int i = first; i < slots.length; i++) {
            if (bytes <= slots[i].maxBytes()) {
                slots[i].show(packet);
                if (packet.isTouched()) {
                    packet.resumeAt(slots[i].place() + 1);
                    return;
                }
            }
        }
    }

    private void timed(PacketView packet, int first) {
        int bytes = isLimited ? packet.bytes() : 0;
        for (int i = first; i < slots.length; i++) {
            if (bytes <= slots[i].maxBytes()) {
                long begin = System.nanoTime();
                slots[i].show(packet);
                slots[i].entry().meter().timed(System.nanoTime() - begin);
                if (packet.isTouched()) {
                    packet.resumeAt(slots[i].place() + 1);
                    return;
                }
            }
        }
    }
}
