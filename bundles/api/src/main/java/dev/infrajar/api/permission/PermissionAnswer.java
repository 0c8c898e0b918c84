// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.permission;

/** What a {@link PermissionProvider} says about a permission. */
public enum PermissionAnswer {
    /** The player has it. */
    ALLOW,
    /** The player does not have it, whatever the configuration says. */
    DENY,
    /** The configuration decides. */
    UNDECIDED
}
