// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * The player is in another world, or in the same one anew.
 *
 * @param spawn the world
 * @param kept what the client keeps, since 1.16: bit 0 attributes, bit 1 entity data; before 1.19.3 all or nothing
 */
public record Respawn(Spawn spawn, int kept) {
    /** Nothing is kept, as when the world is another one. */
    public static final int KEEP_NOTHING = 0;

    /** Everything is kept. */
    public static final int KEEP_ALL = 3;
}
