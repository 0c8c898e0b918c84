// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

/**
 * A packet whose fields the proxy knows, whatever its kind is called in which version.
 *
 * @param <P> the record
 * @param phase the phase
 * @param direction the direction
 * @param record the record of its fields
 */
public record PacketType<P>(Phase phase, Direction direction, Class<P> record) {
    @Override
    public String toString() {
        return phase + " " + direction + " " + record.getSimpleName();
    }
}
