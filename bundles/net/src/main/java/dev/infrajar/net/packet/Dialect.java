// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What one protocol number speaks. Immutable and thread-safe; asked when a session starts. */
@ProviderType
public interface Dialect {
    /**
     * The known protocol number: for a client with a number between known ones, or above them, not the client's own.
     *
     * @return the number and its releases
     */
    KnownProtocol protocol();

    /**
     * The ids of a phase and direction.
     *
     * @param phase the phase
     * @param direction the direction
     * @return the table; without packets if this version has no such phase
     */
    PacketTable table(Phase phase, Direction direction);

    /**
     * The limits that formats keep to which are made at this moment.
     *
     * @return the limits in force
     */
    PacketLimits limits();

    /**
     * How a typed packet is read and written, within the limits in force at this moment.
     *
     * @param type a constant of {@code LoginPackets}, {@code ConfigurationPackets} or {@code PlayPackets}
     * @param <P> its record
     * @return empty if this version has no such packet
     */
    <P> Optional<PacketFormat<P>> format(PacketType<P> type);
}
