// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

/**
 * Compression begins behind this packet. Since 1.8.
 *
 * @param threshold packets of as many bytes or more are compressed; negative: none, and frames stay as they were
 */
public record SetCompression(int threshold) {}
