// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at packets of one session. Called on its event loop: what takes longer than a microsecond holds up every session of
 * that loop. A tap that throws is passed over for that packet, counted, and blamed: what it had decided about
 * the packet is undone.
 */
@ConsumerType
public interface PacketTap {
    /**
     * A packet of a kind that was asked for.
     *
     * @param packet valid during the call only
     */
    void packet(TappedPacket packet);

    /**
     * A direction has changed its phase. Not told of the phase that the session is in when the tap is made: {@link TapSession#phase}.
     *
     * @param direction the direction
     * @param phase the phase of its next packet
     */
    default void phaseChanged(Direction direction, Phase phase) {}

    /**
     * One of the connections begins or ends to compress. Told for information: taps see packets, not frames.
     *
     * @param direction clientbound: that to the client; serverbound: that to the backend
     * @param threshold the new threshold, {@link PacketEnd#NO_COMPRESSION} for none
     */
    default void compressionChanged(Direction direction, int threshold) {}

    /** The session is over, or the tap's bundle is being stopped. Called once. */
    default void closed() {}
}
