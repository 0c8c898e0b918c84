// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

import net.kyori.adventure.text.Component;

/**
 * A text above the hotbar. Since 1.8.
 *
 * @param text what the player reads; of its colours and styles before 1.11 only those that section signs can say
 */
public record ActionBar(Component text) {}
