// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * Removes title and subtitle. Since 1.8.
 *
 * @param resetsTimes whether times and texts go back to what a new client has
 */
public record ClearTitles(boolean resetsTimes) {}
