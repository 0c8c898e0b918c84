// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;

/**
 * A question of the server that not every client understands. Since 1.13.
 *
 * @param messageId repeated in the answer
 * @param channel an identifier, for example {@code velocity:player_info}
 * @param data the question
 */
public record LoginPluginRequest(int messageId, String channel, Bytes data) {}
