// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.IdSet;
import dev.infrajar.net.packet.Phase;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The taps of one session, as its forwarder sees them. On the event loop only; throws nothing.
 */
@ConsumerType
public interface TapChain {
    /** Nobody looks. */
    TapChain NONE = new TapChain() {
        @Override
        public IdSet wanted(Phase phase, Direction direction) {
            return IdSet.NONE;
        }

        @Override
        public int maxBytes(Phase phase, Direction direction) {
            return 0;
        }

        @Override
        public void packet(TappedPacket packet) {
            // Never called: nothing is wanted.
        }
    };

    /**
     * The packets that are wanted. Asked when the forwarder starts, when a direction changes its phase, and when
     * {@link #version} has changed.
     *
     * @param phase the phase
     * @param direction the direction
     * @return their ids in the session's dialect
     */
    IdSet wanted(Phase phase, Direction direction);

    /**
     * The largest packet that anybody wants: larger frames need not be peeked. Asked together with {@link #wanted}.
     *
     * @param phase the phase
     * @param direction the direction
     * @return bytes of id and fields, inflated
     */
    int maxBytes(Phase phase, Direction direction);

    /**
     * Rises whenever what is wanted changes. Asked once for each read.
     *
     * @return any number
     */
    default int version() {
        return 0;
    }

    /**
     * Shows a wanted packet to all that want it, one after the other.
     *
     * @param packet valid during the call only
     */
    void packet(TappedPacket packet);

    /**
     * Shows a packet that was held, and goes on, to those behind the one that held it: {@link #packet} for the rest of the way; to all,
     * if another chain held it, whose place this one has taken. It may be held again. Not called for one that goes no further.
     *
     * @param packet what goes on: the same packet or the one that replaces it; valid during the call only
     */
    default void resumed(TappedPacket packet) {}

    /**
     * A direction has changed its phase.
     *
     * @param direction the direction
     * @param phase the phase of its next packet
     */
    default void phaseChanged(Direction direction, Phase phase) {}

    /**
     * One of the connections begins or ends to compress.
     *
     * @param direction clientbound: that to the client; serverbound: that to the backend
     * @param threshold the new threshold, {@link PacketEnd#NO_COMPRESSION} for none
     */
    default void compressionChanged(Direction direction, int threshold) {}

    /** The session is over. */
    default void closed() {}
}
