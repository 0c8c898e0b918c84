// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import dev.infrajar.net.nbt.NbtTag;

/** The kind of world a player is in, as the version names it. */
public sealed interface Dimension {
    /**
     * One of three: before 1.16.
     *
     * @param id -1 nether, 0 overworld, 1 end
     */
    record Numbered(int id) implements Dimension {}

    /**
     * By name: 1.16, 1.16.1, and 1.19 to 1.20.4.
     *
     * @param name an identifier
     */
    record Named(String name) implements Dimension {}

    /**
     * Described in full: 1.16.2 to 1.18.2.
     *
     * @param type an element of the registry of dimension types
     */
    record Described(NbtTag type) implements Dimension {}

    /**
     * By its place in the registry of dimension types that the configuration has sent: since 1.20.5.
     *
     * @param index 0 or more
     */
    record Registered(int index) implements Dimension {}
}
