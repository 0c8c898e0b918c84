// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;
import dev.infrajar.api.server.Server;

/**
 * A login that is about to be let in.
 *
 * @param player the session
 * @param target the server it will be connected to, as the listeners before have left it
 */
public record LoginEvent(Player player, Server target) {}
