// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.server.Server;

/**
 * A player has got to a server.
 *
 * @param player the session
 * @param server the server
 */
public record ServerConnectedEvent(Player player, Server server) {}
