// SPDX-License-Identifier: Apache-2.0
/** What a connection must pass before a login or a status request is answered. */
@NullMarked
package dev.infrajar.internal.session.gate;

import org.jspecify.annotations.NullMarked;
