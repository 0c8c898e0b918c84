// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import net.kyori.adventure.text.Component;

/**
 * The smaller text below the next {@link TitleText}. Since 1.8.
 *
 * @param text what the player reads
 */
public record Subtitle(Component text) {}
