// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import java.util.List;

/** The taps of one session that want the same packets, in order. */
final class Run {
    private final Slot[] slots;
    private final boolean isLimited;
    private final int timedOneOf;

    /** Packets that all of them have seen: one count for all keeps the price of a tap that does nothing near that of its call. */
    private final Tally whole = new Tally();

    private int untilTimed;
    private int turn;

    /**
     * A run.
     *
     * @param slots in order
     * @param timedOneOf 1: every call is timed; else one for so many packets
     * @param untilTimed how many come before the first that is timed
     */
    Run(List<Slot> slots, int timedOneOf, int untilTimed) {
        this.slots = slots.toArray(Slot[]::new);
        this.isLimited = slots.stream().anyMatch(slot -> slot.maxBytes() < Integer.MAX_VALUE);
        this.timedOneOf = timedOneOf;
        this.untilTimed = untilTimed;
        slots.forEach(slot -> slot.entry().meter().begin(whole));
    }

    /** It is not used any more. */
    void end() {
        for (Slot slot : slots) {
            slot.entry().meter().end(whole);
        }
    }

    /** Shows a packet to those that stand at a place or behind it, until one of them touches it. */
    void show(PacketView packet, int place) {
        boolean isTimed = --untilTimed < 0;
        int first = place == 0 ? 0 : firstFrom(place);
        if (isTimed && slots.length > 0) {
            untilTimed = timedOneOf - 1;
            turn = (turn + 1) % slots.length;
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
                count(first, i + 1);
                return;
            }
        }
        count(first, slots.length);
    }

    private void count(int first, int end) {
        if (first == 0 && end == slots.length) {
            whole.increment();
        } else {
            for (int i = first; i < end; i++) {
                slots[i].succeeded();
            }
        }
    }

    private void limited(PacketView packet, int first) {
        int bytes = packet.bytes();
        for (int i = first; i < slots.length; i++) {
            if (bytes <= slots[i].maxBytes()) {
                slots[i].show(packet);
                slots[i].succeeded();
                if (packet.isTouched()) {
                    packet.resumeAt(slots[i].place() + 1);
                    return;
                }
            }
        }
    }

    /** Times all, or one by turns: so the price of sampling does not grow with the number of taps. */
    private void timed(PacketView packet, int first) {
        int bytes = isLimited ? packet.bytes() : 0;
        for (int i = first; i < slots.length; i++) {
            if (bytes <= slots[i].maxBytes()) {
                show(packet, slots[i], timedOneOf == 1 || i == turn);
                slots[i].succeeded();
                if (packet.isTouched()) {
                    packet.resumeAt(slots[i].place() + 1);
                    return;
                }
            }
        }
    }

    private static void show(PacketView packet, Slot slot, boolean isTimed) {
        if (isTimed) {
            long begin = System.nanoTime();
            slot.show(packet);
            slot.entry().meter().timed(System.nanoTime() - begin);
        } else {
            slot.show(packet);
        }
    }
}
