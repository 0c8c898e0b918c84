// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import java.util.Optional;
import java.util.UUID;

/**
 * The client says who it is: the first packet of the login phase.
 *
 * @param name 1..16 characters
 * @param uuid since 1.19.1, and needed since 1.20.2; left out before
 * @param key of 1.19 to 1.19.2, from clients that have one; left out by others
 */
public record LoginStart(String name, Optional<UUID> uuid, Optional<ChatKey> key) {}
