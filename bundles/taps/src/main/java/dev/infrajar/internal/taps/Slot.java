// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One tap of one session. On the session's event loop, but for {@link #successes}. */
final class Slot {
    private static final VarHandle SUCCESSES = successesHandle();

    private final TapEntry entry;
    private PacketTap tap;

    /** Written by the event loop alone; opaque, so that others may read it. */
    private long successes;

    private int place;

    Slot(TapEntry entry, PacketTap tap) {
        this.entry = entry;
        this.tap = tap;
        entry.meter().begin(this);
    }

    private static VarHandle successesHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Slot.class, "successes", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
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

    long successes() {
        return (long) SUCCESSES.getOpaque(this);
    }

    void show(PacketView packet) {
        try {
            tap.packet(packet);
            SUCCESSES.setOpaque(this, successes + 1);
        } catch (Throwable t) { // LinkageError and the like are the plugin's too
            packet.failed(entry.declaration().failOpen());
            entry.meter().failed(t);
        }
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
        entry.meter().end(this);
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
