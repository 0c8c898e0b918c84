// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.InflateBudget;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;

/** The limits of one direction. They count what frames claim, so that they bind those too that are never inflated. */
final class FrameLimits {
    /** Bytes: as much as a login had before there were login plugin messages. */
    private static final int LEAST_LOGIN_BYTES = 64 * 1024;

    /** Bytes: id, number and channel of a login plugin message. */
    private static final int LOGIN_PLUGIN_HEAD_BYTES = 1024;

    private final int frameBytes;
    private final int loginBytes;
    private final InflateBudget budget;
    private long nowNanos = System.nanoTime();

    FrameLimits(PacketLimits limits, Direction direction) {
        this.frameBytes = limits.frameBytes();
        this.loginBytes = (int) Math.min(
                (long) Math.max(limits.loginPluginBytes(), LEAST_LOGIN_BYTES) + LOGIN_PLUGIN_HEAD_BYTES,
                Integer.MAX_VALUE);
        this.budget = new InflateBudget(limits.of(direction), nowNanos);
    }

    /** More bytes have come: their frames share one moment. */
    void tick() {
        nowNanos = System.nanoTime();
    }

    /** Counts a frame. */
    void check(FrameHead head, int bodyBytes, Phase phase) {
        if (bodyBytes > frameBytes) {
            throw LimitException.FRAME;
        }
        if (phase == Phase.LOGIN && (bodyBytes > loginBytes || head.packetBytes() > loginBytes)) {
            throw LimitException.LOGIN_FRAME;
        }
        if (head.isCompressed() && !budget.take(head.packetBytes(), nowNanos)) {
            throw LimitException.INFLATED;
        }
    }
}
