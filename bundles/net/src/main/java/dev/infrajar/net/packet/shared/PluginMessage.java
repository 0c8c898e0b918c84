// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

import dev.infrajar.net.wire.Bytes;

/**
 * A message between mods or plugins of client and server.
 *
 * @param channel an identifier; before 1.13 any word
 * @param data the message
 */
public record PluginMessage(String channel, Bytes data) {}
