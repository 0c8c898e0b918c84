// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.InflateBudget;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;

/** The limits of one direction. They count what frames claim, so that they bind those too that are never inflated. */
final class FrameLimits {
    private final int frameBytes;
    private final int loginBytes;
    private final InflateBudget budget;
    private long nowNanos = System.nanoTime();

    FrameLimits(PacketLimits limits, Direction direction) {
        this.frameBytes = limits.frameBytes();
        this.loginBytes = limits.loginBytes();
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
