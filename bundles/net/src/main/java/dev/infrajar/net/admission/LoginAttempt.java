// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.admission;

import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;
import java.util.UUID;

/**
 * A player who wants to join.
 *
 * @param name 1..16 characters, as the client says
 * @param uuid as the client says, or as it was authenticated
 * @param isAuthenticated whether name and UUID are those of an account whose owner this is
 * @param server where the player is going
 */
public record LoginAttempt(String name, Optional<UUID> uuid, boolean isAuthenticated, ServerDefinition server) {}
