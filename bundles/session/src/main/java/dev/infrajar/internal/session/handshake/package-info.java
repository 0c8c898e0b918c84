// SPDX-License-Identifier: Apache-2.0
/** The first bytes of a connection as values: what kind of client it is, where it wants to go, who it says it is. */
@NullMarked
package dev.infrajar.internal.session.handshake;

import org.jspecify.annotations.NullMarked;
