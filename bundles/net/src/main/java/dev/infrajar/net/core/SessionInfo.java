// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.core;

import dev.infrajar.api.player.Player;

/**
 * A relayed session at one moment.
 *
 * @param player the session as plugins see it
 * @param forwarder the kind of its forwarder, for example {@code splice}
 * @param serverboundBytes bytes taken from the client so far
 * @param clientboundBytes bytes taken from the backend so far
 */
public record SessionInfo(Player player, String forwarder, long serverboundBytes, long clientboundBytes) {}
