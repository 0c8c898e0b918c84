// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import dev.infrajar.api.player.Player;

/**
 * A client says what it is.
 *
 * @param player whose client
 * @param brand for example {@code vanilla} or {@code fabric}; nobody has verified it
 */
public record ClientBrandEvent(Player player, String brand) {}
