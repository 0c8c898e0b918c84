// SPDX-License-Identifier: Apache-2.0
/**
 * Players and their sessions as plugins see them.
 *
 * <p>A {@link dev.infrajar.api.player.Player} is a view of one session: one client's connection from its accepted login
 * to its end. Views may be kept and read from any thread; after the session's end they go on answering with the last
 * known state.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.player;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
