// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * Where the player died last, for recovery compasses. Since 1.19.
 *
 * @param world an identifier
 * @param position x, z and y packed into 26, 26 and 12 bits
 */
public record DeathLocation(String world, long position) {}
