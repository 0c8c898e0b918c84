// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.player.Player;

/** What players may do. Callable from any thread. */
public interface Permissions {
    /** The prefix of what calls a sub-command of {@code /infrarust}. */
    String SUB_COMMAND = "infrarust.command.";

    /** Whether a player may do something. May wait for a plugin, unless {@link #isImmediate}. */
    boolean has(Player player, String permission);

    /** Whether answers come at once: then they may be asked for on event loops. */
    boolean isImmediate();
}
