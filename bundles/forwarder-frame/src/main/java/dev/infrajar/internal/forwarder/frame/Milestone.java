// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.packet.Phase;

/** What a packet means for the frames behind it. */
sealed interface Milestone {
    /** The backend wants to encrypt: nobody but the client could answer it. */
    record OnlineMode() implements Milestone {}

    /** Compression begins behind this packet, both ways. */
    record Compression() implements Milestone {}

    /**
     * The direction of this packet enters another phase.
     *
     * @param phase the phase of its next packet
     * @param bothWays whether the other direction enters it at the same moment
     */
    record Enter(Phase phase, boolean bothWays) implements Milestone {}
}
