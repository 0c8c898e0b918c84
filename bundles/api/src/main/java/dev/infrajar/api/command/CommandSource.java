// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.command;

import dev.infrajar.api.player.Player;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import org.osgi.annotation.versioning.ProviderType;

/** Who calls a command: a player, or the operator on the console. Callable from any thread. */
@ProviderType
public interface CommandSource {
    /**
     * The player.
     *
     * @return empty for the console
     */
    Optional<Player> player();

    /**
     * What to call the source in messages.
     *
     * @return the player's name, or {@code console}
     */
    String name();

    /**
     * Shows a text: in the player's chat, or on the console without its colours. Does nothing when the session has ended, or the
     * console's command has returned.
     *
     * @param text what is shown
     */
    void sendMessage(Component text);

    /**
     * Whether the source may do something. The console may do all. For a player a plugin may be asked: blocks as long at most as
     * {@link CommandLimits#PERMISSION}.
     *
     * @param permission a word such as {@code example.command.hello}
     * @return whether it may
     */
    boolean hasPermission(String permission);
}
