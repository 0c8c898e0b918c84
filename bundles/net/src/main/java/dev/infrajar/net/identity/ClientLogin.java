// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.identity;

import dev.infrajar.net.packet.login.ChatKey;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Who wants to join, as far as it is known before anything has been proved.
 *
 * @param name the name in the login start, 1..{@value GameProfile#MAX_NAME_CHARS} characters
 * @param address the player's own, behind load balancers too
 * @param key of the login start; empty if it has none
 */
public record ClientLogin(String name, InetAddress address, Optional<ChatKey> key) {}
