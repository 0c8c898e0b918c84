// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import net.kyori.adventure.text.Component;

/**
 * A text of the server in the chat.
 *
 * @param text what the player reads
 * @param isActionBar whether it is shown above the hotbar instead; not before 1.8, where it is an ordinary message
 */
public record SystemMessage(Component text, boolean isActionBar) {}
