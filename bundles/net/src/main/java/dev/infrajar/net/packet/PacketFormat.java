// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How a typed packet is written in one version. Immutable and thread-safe; keeps the limits that were in force when it was
 * made, so one belongs to each session.
 *
 * @param <P> the record
 */
@ProviderType
public interface PacketFormat<P> {
    /**
     * What the packet is called in this version.
     *
     * @return the kind
     */
    PacketKind kind();

    /**
     * The packet's number in this version.
     *
     * @return 0 or more
     */
    int id();

    /**
     * Reads the fields.
     *
     * @param in the packet; its reader index is behind the id and moves behind the last known field. The caller keeps the
     *     buffer, and decides about what is left in it: newer versions append fields
     * @return the packet; holds nothing of the buffer
     * @throws WireException if a field does not end within the buffer, crosses a limit, or has a value that does not exist
     */
    P readFields(ByteBuf in);

    /**
     * Writes the fields.
     *
     * @param out grows by the fields; the caller keeps the buffer
     * @param packet the packet
     * @throws IllegalArgumentException if the packet cannot be written: a text is too long, or a field that this version
     *     needs is missing
     */
    void writeFields(ByteBuf out, P packet);

    /**
     * Writes the packet: id and fields, as it goes into a frame.
     *
     * @param out grows by the packet; the caller keeps the buffer
     * @param packet the packet
     * @throws IllegalArgumentException if the packet cannot be written
     */
    default void write(ByteBuf out, P packet) {
        VarInts.write(out, id());
        writeFields(out, packet);
    }
}
