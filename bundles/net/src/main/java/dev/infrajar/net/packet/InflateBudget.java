// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

/**
 * Counts the inflated bytes of one direction of one connection against {@link PacketLimits.ForDirection}. Fills at the
 * allowed rate up to what the whole window allows, and begins full: a burst is let through, a flood is not. Belongs to one
 * event loop; allocates nothing after it is made.
 */
public final class InflateBudget {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int maxPacketBytes;
    private final double bytesPerNano;
    private final double capacityBytes;
    private double availableBytes;
    private long lastNanos;

    /**
     * A full budget.
     *
     * @param limits the limits of the direction
     * @param nowNanos the time, as {@link System#nanoTime()} gives it
     */
    public InflateBudget(PacketLimits.ForDirection limits, long nowNanos) {
        this.maxPacketBytes = limits.inflatedBytes();
        this.bytesPerNano = limits.inflatedBytesPerSecond() / NANOS_PER_SECOND;
        // A packet that is allowed by its own size is allowed at the beginning.
        this.capacityBytes = Math.max(bytesPerNano * limits.inflatedWindow().toNanos(), maxPacketBytes);
        this.availableBytes = capacityBytes;
        this.lastNanos = nowNanos;
    }

    /**
     * Takes the bytes of one packet, as its sender declares them.
     *
     * @param inflatedBytes the declared size, any number
     * @param nowNanos the time; not before the last call's
     * @return whether the packet is allowed; the connection is to be closed if not
     */
    public boolean take(int inflatedBytes, long nowNanos) {
        if (inflatedBytes < 0 || inflatedBytes > maxPacketBytes) {
            return false;
        }
        if (bytesPerNano == 0) {
            return true;
        }
        availableBytes = Math.min(capacityBytes, availableBytes + (nowNanos - lastNanos) * bytesPerNano);
        lastNanos = nowNanos;
        availableBytes -= inflatedBytes;
        return availableBytes >= 0;
    }
}
