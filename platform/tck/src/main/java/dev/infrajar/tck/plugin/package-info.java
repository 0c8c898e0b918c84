// SPDX-License-Identifier: Apache-2.0
/**
 * For the tests of plugins: a player who notes what he is sent, and a session that shows packets to a tap. No proxy, no framework and
 * no other thread is involved. docs/plugin-guide.md has examples.
 */
@NullMarked
package dev.infrajar.tck.plugin;

import org.jspecify.annotations.NullMarked;
