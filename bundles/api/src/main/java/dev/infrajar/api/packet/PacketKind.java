// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.packet;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a packet is, whatever its number in the player's version.
 *
 * @param phase the phase
 * @param direction the direction
 * @param name the name in minecraft-data, lower case with underscores
 */
public record PacketKind(Phase phase, Direction direction, String name) {
    /** What a connection is doing. */
    public enum Phase {
        /** Who the player is. */
        LOGIN,
        /** What the world is made of, since Minecraft 1.20.2. */
        CONFIGURATION,
        /** The game. */
        PLAY;

        /** As it is written in {@link PacketInterest#kinds}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a packet goes. */
    public enum Direction {
        /** From the client to the backend. */
        SERVERBOUND,
        /** From the backend to the client. */
        CLIENTBOUND;

        /** As it is written in {@link PacketInterest#kinds}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a kind as it is written in {@link PacketInterest#kinds}.
     *
     * @param text for example {@code play serverbound chat_message}
     * @return the kind; whether any version has it is not checked
     * @throws IllegalArgumentException if it is not made of a phase, a direction and a name
     */
    public static PacketKind of(String text) {
        String[] words = text.strip().split(" +", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("\"" + text + "\" is not a phase, a direction and a name");
        }
        return new PacketKind(constant(Phase.values(), words[0]), constant(Direction.values(), words[1]), words[2]);
    }

    private static <E> E constant(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> String.valueOf(constant).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + word + "\" is none of " + Arrays.toString(constants)));
    }

    /** As it is written in {@link PacketInterest#kinds}. */
    @Override
    public String toString() {
        return phase + " " + direction + " " + name;
    }
}
