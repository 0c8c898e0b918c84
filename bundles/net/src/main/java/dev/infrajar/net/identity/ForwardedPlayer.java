// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.packet.login.ChatKey;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A player as a backend is told of it.
 *
 * @param profile proved, offline, or as the client claims: that is the caller's decision
 * @param address the player's own
 * @param protocol the number in the client's handshake
 * @param key of the login start, and only beside a proved profile, since backends check that both belong together; empty if
 *     there is none
 */
public record ForwardedPlayer(GameProfile profile, InetAddress address, int protocol, Optional<ChatKey> key) {}
