// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.play;

/**
 * The client has read messages without saying anything itself. Since 1.19.3.
 *
 * @param offset how many
 */
public record MessageAcknowledgement(int offset) {}
