// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * How long titles are shown. Since 1.8.
 *
 * @param fadeInTicks ticks of 50 ms
 * @param stayTicks ticks of 50 ms
 * @param fadeOutTicks ticks of 50 ms
 */
public record TitleTimes(int fadeInTicks, int stayTicks, int fadeOutTicks) {}
