// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.net.InetAddress;

/**
 * A question to the session server.
 *
 * @param name the player's, as the client writes it
 * @param serverHash what {@link ServerHash} gave
 * @param address the player's own
 */
record SessionQuestion(String name, String serverHash, InetAddress address) {}
