// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;

/**
 * A command that a player has typed and that is about to go to the server.
 *
 * @param player who has typed it
 * @param command without its slash
 */
public record CommandEvent(Player player, String command) {}
