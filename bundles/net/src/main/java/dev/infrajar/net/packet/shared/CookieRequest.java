// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

/**
 * Asks the client for what it was given with {@link StoreCookie}. Since 1.20.5.
 *
 * @param key an identifier
 */
public record CookieRequest(String key) {}
