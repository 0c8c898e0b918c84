// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;

/** One tap of one session. On the session's event loop. */
final class Slot {
    private final TapEntry entry;

    /** Calls that succeeded and are in no {@link Run}'s count, less the failed ones that are. */
    private final Tally successes = new Tally();

    private PacketTap tap;
    private int place;

    Slot(TapEntry entry, PacketTap tap) {
        this.entry = entry;
        this.tap = tap;
        entry.meter().begin(successes);
    }

    TapEntry entry() {
        return entry;
    }

    /** Where it stands among all taps. */
    int place() {
        return place;
    }

    void moveTo(int changed) {
        place = changed;
    }

    int maxBytes() {
        return entry.declaration().maxBytes();
    }

    /** Shows it a packet; whoever does so counts the call as a success, by {@link #succeeded} or for all taps of a run. */
    void show(PacketView packet) {
        try {
            tap.packet(packet);
            packet.settle();
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            failed(packet, t);
        }
    }

    private void failed(PacketView packet, Throwable thrown) {
        packet.failed(entry.declaration().failOpen());
        entry.meter().failed(thrown);
        successes.decrement();
    }

    void succeeded() {
        successes.increment();
    }

    void phaseChanged(Direction direction, Phase phase) {
        tell(() -> tap.phaseChanged(direction, phase));
    }

    void compressionChanged(Direction direction, int threshold) {
        tell(() -> tap.compressionChanged(direction, threshold));
    }

    /** Puts something in the place of a tap that has been quarantined. */
    void replaceTap(PacketTap by) {
        if (tap != by) {
            tell(tap::closed);
            tap = by;
        }
    }

    void close() {
        entry.meter().end(successes);
        tell(tap::closed);
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (Throwable t) { // as above
            entry.meter().failed(t);
        }
    }
}
