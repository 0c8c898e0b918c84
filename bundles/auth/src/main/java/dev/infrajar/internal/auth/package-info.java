// SPDX-License-Identifier: Apache-2.0
/** Proves who a player is: the session server, and the profiles of players who are not asked. */
@NullMarked
package dev.infrajar.internal.auth;

import org.jspecify.annotations.NullMarked;
