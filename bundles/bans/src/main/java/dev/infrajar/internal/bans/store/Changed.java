// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.util.Optional;

/**
 * What a change did. It is in force in any case.
 *
 * @param before the ban of that target that was in force before
 * @param unsaved why it is not in the file; empty when it is, and on the disk
 */
public record Changed(Optional<Ban> before, Optional<String> unsaved) {}
