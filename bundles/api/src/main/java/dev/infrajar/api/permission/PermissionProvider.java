// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.permission;

import dev.infrajar.api.player.Player;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what players may do, before the configuration does. A service; thread-safe. Of several the one with the highest
 * {@code service.ranking} is asked.
 */
@FunctionalInterface
@ConsumerType
public interface PermissionProvider {
    /**
     * Asked whenever a permission is needed, on a thread of the provider's own bundle; may block as long as
     * {@link dev.infrajar.api.command.CommandLimits#PERMISSION}. When it throws or is late, the configuration decides: it fails
     * as if it had answered {@link PermissionAnswer#UNDECIDED}.
     *
     * @param player who wants to do something; trust its name only where the proxy authenticates
     * @param permission {@code infrarust.admin} for everything, {@code infrarust.command.NAME} for a sub-command of
     *     {@code /infrarust}, or what a plugin declares
     * @return the answer
     */
    PermissionAnswer check(Player player, String permission);
}
