// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;

/**
 * A player's settings.
 *
 * @param player whose
 * @param locale for example {@code en_us}
 * @param viewDistance in chunks
 * @param chat which chat is shown
 * @param hasChatColours whether chat is coloured
 * @param skinParts one bit for each layer of the skin
 * @param isLeftHanded whether the main hand is the left one
 * @param isListed whether the player's name may be shown in server lists
 */
public record ClientSettingsEvent(
        Player player,
        String locale,
        int viewDistance,
        Chat chat,
        boolean hasChatColours,
        int skinParts,
        boolean isLeftHanded,
        boolean isListed) {
    /** Which chat a client shows. */
    public enum Chat {
        /** All. */
        FULL,
        /** Answers to commands. */
        COMMANDS,
        /** None. */
        HIDDEN
    }
}
