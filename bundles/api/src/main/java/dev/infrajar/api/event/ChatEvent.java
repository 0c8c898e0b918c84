// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;

/**
 * Something a player says. Commands are not chat.
 *
 * @param player who says it
 * @param message what, as the listeners before have left it
 * @param isSigned whether the player's key vouches for the message (Minecraft 1.19 and newer): it cannot be modified then
 */
public record ChatEvent(Player player, String message, boolean isSigned) {}
