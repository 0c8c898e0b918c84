// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

/**
 * What a packet is, whatever its version: {@code play clientbound kick_disconnect}. {@link Dialects#kind} tells whether any
 * version has a packet of that name.
 *
 * @param phase the phase
 * @param direction the direction
 * @param name the name in minecraft-data, lower case with underscores
 */
public record PacketKind(Phase phase, Direction direction, String name) {
    /** Checks the name's form. */
    public PacketKind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a packet kind without a name");
        }
    }

    @Override
    public String toString() {
        return phase + " " + direction + " " + name;
    }
}
