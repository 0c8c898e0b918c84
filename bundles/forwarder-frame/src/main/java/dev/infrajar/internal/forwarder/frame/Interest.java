// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.TapChain;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;

/** Who wants which packets of one direction, in the phase it is in. Event loop only. */
final class Interest {
    private final Milestones milestones;
    private final TapChain taps;
    private final Direction direction;
    private IdSet own = IdSet.NONE;
    private IdSet tapped = IdSet.NONE;
    private int ownMaxBytes;
    private int tappedMaxBytes;
    private int maxBytes;
    private int version;

    Interest(Milestones milestones, TapChain taps, Direction direction) {
        this.milestones = milestones;
        this.taps = taps;
        this.direction = direction;
    }

    /** Asks anew. */
    void ask(Phase phase) {
        version = taps.version();
        own = milestones.ids(phase, direction);
        tapped = taps.wanted(phase, direction);
        ownMaxBytes = own.isEmpty() ? 0 : Milestones.maxBytes(phase);
        tappedMaxBytes = tapped.isEmpty() ? 0 : taps.maxBytes(phase, direction);
        maxBytes = Math.max(ownMaxBytes, tappedMaxBytes);
    }

    boolean isOutdated() {
        return version != taps.version();
    }

    /** The largest packet anybody wants: the ids of larger ones do not matter. 0 if nobody wants any. */
    int maxBytes() {
        return maxBytes;
    }

    boolean isOwn(int id, int packetBytes) {
        return packetBytes <= ownMaxBytes && own.contains(id);
    }

    boolean isTapped(int id, int packetBytes) {
        return packetBytes <= tappedMaxBytes && tapped.contains(id);
    }
}
