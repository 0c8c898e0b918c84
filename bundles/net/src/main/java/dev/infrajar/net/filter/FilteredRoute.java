// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.filter;

import dev.infrajar.api.server.Server;

/**
 * Where the bytes of a connection are about to go.
 *
 * @param sessionId the number of the session, as in log lines and in {@code Player.sessionId()}
 * @param server the server that the player joins
 */
public record FilteredRoute(long sessionId, Server server) {}
