// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import net.kyori.adventure.text.Component;

/**
 * The large text in the middle of the screen; showing it shows the subtitle too. Since 1.8.
 *
 * @param text what the player reads
 */
public record TitleText(Component text) {}
