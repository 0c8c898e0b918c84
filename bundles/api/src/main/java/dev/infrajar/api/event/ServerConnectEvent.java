// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.server.Server;

/**
 * A backend that is about to be dialled.
 *
 * @param player the session
 * @param target the server, as the listeners before have left it
 */
public record ServerConnectEvent(Player player, Server target) {}
