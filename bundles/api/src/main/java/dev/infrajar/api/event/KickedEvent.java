// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import net.kyori.adventure.text.Component;

/**
 * A server sends a player away.
 *
 * @param player the session; {@link Player#server} says which server
 * @param reason what the player would read, as the listeners before have left it
 */
public record KickedEvent(Player player, Component reason) {}
