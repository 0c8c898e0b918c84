// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import java.util.Optional;

/**
 * Something a profile says of its player, for example {@code textures}.
 *
 * @param name what
 * @param value usually Base64
 * @param signature of the session server
 */
public record ProfileProperty(String name, String value, Optional<String> signature) {}
