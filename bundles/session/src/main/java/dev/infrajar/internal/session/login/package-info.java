// SPDX-License-Identifier: Apache-2.0
/** The steps of a login that are a conversation: with the client when it is let in, with the backend when it is told of the player. */
@NullMarked
package dev.infrajar.internal.session.login;

import org.jspecify.annotations.NullMarked;
