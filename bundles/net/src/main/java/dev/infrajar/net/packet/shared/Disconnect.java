// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

import net.kyori.adventure.text.Component;

/**
 * The server sends the player away.
 *
 * @param text what the player reads
 */
public record Disconnect(Component text) {}
