// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides about packets on their way. A service with the properties of {@link PacketInterest}; called by several threads. */
@FunctionalInterface
@ConsumerType
public interface PacketListener {
    /**
     * Called for each wanted packet. One call at a time for a player and direction, in the order of the packets.
     *
     * @param event the packet
     * @return what becomes of it
     */
    PacketAnswer onPacket(PacketEvent event);
}
