// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import java.util.Optional;
import net.kyori.adventure.text.Component;

/** Reaches the players whose packets the proxy sees. Callable from any thread. */
@FunctionalInterface
public interface Broadcast {
    /**
     * Shows them a text.
     *
     * @param text the text
     * @param serverId those on this server only
     * @return to how many
     */
    int send(Component text, Optional<String> serverId);
}
