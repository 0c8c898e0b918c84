// SPDX-License-Identifier: Apache-2.0
/**
 * From an accepted login start to the hand-over: who the player is, where it goes, the conversations with client and backend, and the forwarder
 * that relays from then on.
 */
@NullMarked
package dev.infrajar.internal.session.login;

import org.jspecify.annotations.NullMarked;
