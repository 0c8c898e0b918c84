// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.server.Server;

/**
 * A player is being relayed to a server from now on. The game itself begins a little later: where the proxy sees packets, a
 * listener for {@code play clientbound login} knows when.
 *
 * @param player the session
 * @param server the server
 */
public record ServerConnectedEvent(Player player, Server server) {}
