// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

/**
 * The player's settings.
 *
 * @param locale for example {@code en_us}, at most 16 characters
 * @param viewDistance in chunks, as the client says: -128..127
 * @param chatMode which chat is shown
 * @param hasChatColours whether chat is coloured
 * @param skinParts one bit for each layer of the skin; 1.7 only has the cape, bit 0
 * @param mainHand since 1.9; right before
 * @param filtersText whether the client wants filtered texts, since 1.17
 * @param isListed whether the player's name may be shown in status answers, since 1.18; {@code true} before
 * @param particles since 1.21.2; all before
 */
public record ClientInformation(
        String locale,
        int viewDistance,
        ChatMode chatMode,
        boolean hasChatColours,
        int skinParts,
        Hand mainHand,
        boolean filtersText,
        boolean isListed,
        Particles particles) {

    /** Which chat the client shows, in the order of the numbers on the wire. */
    public enum ChatMode {
        /** All. */
        FULL,
        /** Answers to commands. */
        COMMANDS,
        /** None. */
        HIDDEN
    }

    /** A hand, in the order of the numbers on the wire. */
    public enum Hand {
        /** Left. */
        LEFT,
        /** Right. */
        RIGHT
    }

    /** How many particles the client draws, in the order of the numbers on the wire. */
    public enum Particles {
        /** All. */
        ALL,
        /** Fewer. */
        DECREASED,
        /** The fewest. */
        MINIMAL
    }
}
